"""Integers: digits, divisors, primes and sequences."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=3,
    probes=(
        Probe(
            prompt="Which primes multiply to a number? List them from small to great, repeated as needed.",
            signature="def building_primes(number: int) -> list[int]",
            asserts=(
                "assert building_primes(60) == [2, 2, 3, 5]",
                "assert building_primes(17) == [17]",
                "assert building_primes(1) == []",
                "assert building_primes(64) == [2, 2, 2, 2, 2, 2]",
            ),
            hidden=(
                "assert building_primes(999) == [3, 3, 3, 37]",
                "assert building_primes(2310) == [2, 3, 5, 7, 11]",
                "assert building_primes(49) == [7, 7]",
                "assert building_primes(1001) == [7, 11, 13]",
            ),
        ),
        Probe(
            prompt="List the numbers from a start down to one: halve the even, triple the odd and add one.",
            signature="def hail_path(number: int) -> list[int]",
            asserts=(
                "assert hail_path(5) == [5, 16, 8, 4, 2, 1]",
                "assert hail_path(1) == [1]",
                "assert hail_path(12) == [12, 6, 3, 10, 5, 16, 8, 4, 2, 1]",
                "assert hail_path(3) == [3, 10, 5, 16, 8, 4, 2, 1]",
            ),
            hidden=(
                "assert hail_path(16) == [16, 8, 4, 2, 1]",
                "assert hail_path(10) == [10, 5, 16, 8, 4, 2, 1]",
                "assert hail_path(7) == [7, 22, 11, 34, 17, 52, 26, 13, 40, 20, 10, 5, 16, 8, 4, 2, 1]",
                "assert hail_path(2) == [2, 1]",
            ),
        ),
        Probe(
            prompt="Add up everything smaller than a number that divides it.",
            signature="def parts_total(number: int) -> int",
            asserts=(
                "assert parts_total(10) == 8",
                "assert parts_total(28) == 28",
                "assert parts_total(13) == 1",
                "assert parts_total(1) == 0",
            ),
            hidden=(
                "assert parts_total(100) == 117",
                "assert parts_total(36) == 55",
                "assert parts_total(220) == 284",
                "assert parts_total(97) == 1",
            ),
        ),
    ),
)
