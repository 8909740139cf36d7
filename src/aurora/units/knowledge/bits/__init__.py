"""Bits and number bases: single bits, counts, masks, codes, digits in a base."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=22,
    probes=(
        Probe(
            prompt=(
                "How many switches have to be flipped to turn one row of on/off switches, given as a number, into "
                "another?"
            ),
            signature="def switches_to_flip(now: int, wanted: int) -> int",
            asserts=(
                "assert switches_to_flip(5, 6) == 2",
                "assert switches_to_flip(9, 9) == 0",
                "assert switches_to_flip(0, 255) == 8",
                "assert switches_to_flip(16, 1) == 2",
            ),
            hidden=(
                "assert switches_to_flip(7, 8) == 4",
                "assert switches_to_flip(1, 0) == 1",
                "assert switches_to_flip(1023, 512) == 9",
                "assert switches_to_flip(85, 170) == 8",
            ),
        ),
        Probe(
            prompt="Write a number in another base (2 to 36) with the digits 0-9 and a-z.",
            signature="def written_in_base(number: int, base: int) -> str",
            asserts=(
                "assert written_in_base(255, 16) == 'ff'",
                "assert written_in_base(0, 7) == '0'",
                "assert written_in_base(-10, 3) == '-101'",
                "assert written_in_base(35, 36) == 'z'",
            ),
            hidden=(
                "assert written_in_base(5, 2) == '101'",
                "assert written_in_base(100, 7) == '202'",
                "assert written_in_base(-1, 2) == '-1'",
                "assert written_in_base(1295, 36) == 'zz'",
            ),
        ),
        Probe(
            prompt="Longest run of lamps that are on, side by side, when a number's binary digits are the lamps.",
            signature="def longest_lit(lamps: int) -> int",
            asserts=(
                "assert longest_lit(0b1101110) == 3",
                "assert longest_lit(0) == 0",
                "assert longest_lit(8) == 1",
                "assert longest_lit(255) == 8",
            ),
            hidden=(
                "assert longest_lit(0b1010101) == 1",
                "assert longest_lit(0b11110111) == 4",
                "assert longest_lit(6) == 2",
                "assert longest_lit(1) == 1",
            ),
        ),
    ),
)
