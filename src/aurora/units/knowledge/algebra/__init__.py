"""Modular arithmetic and algebra: residues, primes of any size, polynomials, series."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=52,
    probes=(
        Probe(
            prompt="How many numbers from 1 to n have no common divisor with n but 1?",
            signature="def strangers(n: int) -> int",
            asserts=(
                "assert strangers(10) == 4",
                "assert strangers(1) == 1",
                "assert strangers(13) == 12",
                "assert strangers(1000000) == 400000",
            ),
            hidden=(
                "assert strangers(12) == 4",
                "assert strangers(97) == 96",
                "assert strangers(36) == 12",
                "assert strangers(1000003) == 1000002",
            ),
        ),
        Probe(
            prompt="Multiply two polynomials given by their coefficients, the constant first.",
            signature="def times(first: list[int], second: list[int]) -> list[int]",
            asserts=(
                "assert times([1, 1], [1, 1]) == [1, 2, 1]",
                "assert times([2], [3, 4]) == [6, 8]",
                "assert times([0, 1], [0, 0, 5]) == [0, 0, 0, 5]",
                "assert times([1, -1], [1, 1, 1]) == [1, 0, 0, -1]",
            ),
            hidden=(
                "assert times([1, 2, 3], [4, 5]) == [4, 13, 22, 15]",
                "assert times([7], [1]) == [7]",
                "assert times([1, 0, 1], [1, 0, -1]) == [1, 0, 0, 0, -1]",
                "assert times([0, 2], [3]) == [0, 6]",
            ),
        ),
        Probe(
            prompt="The factor below the modulus that undoes a multiplication by `number` modulo `modulus`.",
            signature="def undo_factor(number: int, modulus: int) -> int",
            asserts=(
                "assert undo_factor(3, 11) == 4",
                "assert undo_factor(1, 5) == 1",
                "assert undo_factor(10, 17) == 12",
                "assert undo_factor(7, 26) == 15",
            ),
            hidden=(
                "assert undo_factor(2, 9) == 5",
                "assert undo_factor(5, 12) == 5",
                "assert undo_factor(16, 17) == 16",
                "assert undo_factor(123, 1000) == 187",
            ),
        ),
    ),
)
