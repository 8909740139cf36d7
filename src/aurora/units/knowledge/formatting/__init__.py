"""Formatting: case, width and numbers in words."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=6,
    probes=(
        Probe(
            prompt="Write a year in Roman numerals, as on old clocks.",
            signature="def clock_letters(year: int) -> str",
            asserts=(
                "assert clock_letters(14) == 'XIV'",
                "assert clock_letters(1999) == 'MCMXCIX'",
                "assert clock_letters(4) == 'IV'",
                "assert clock_letters(1) == 'I'",
            ),
            hidden=(
                "assert clock_letters(2024) == 'MMXXIV'",
                "assert clock_letters(90) == 'XC'",
                "assert clock_letters(448) == 'CDXLVIII'",
                "assert clock_letters(3999) == 'MMMCMXCIX'",
            ),
        ),
        Probe(
            prompt="Say a number aloud, in English words.",
            signature="def say_aloud(number: int) -> str",
            asserts=(
                "assert say_aloud(21) == 'twenty-one'",
                "assert say_aloud(105) == 'one hundred five'",
                "assert say_aloud(13) == 'thirteen'",
                "assert say_aloud(0) == 'zero'",
            ),
            hidden=(
                "assert say_aloud(2000) == 'two thousand'",
                "assert say_aloud(99) == 'ninety-nine'",
                "assert say_aloud(40) == 'forty'",
                "assert say_aloud(610) == 'six hundred ten'",
            ),
        ),
        Probe(
            prompt="Say which place a runner came in: 1st, 2nd and so on.",
            signature="def runner_place(place: int) -> str",
            asserts=(
                "assert runner_place(1) == '1st'",
                "assert runner_place(2) == '2nd'",
                "assert runner_place(11) == '11th'",
                "assert runner_place(23) == '23rd'",
            ),
            hidden=(
                "assert runner_place(4) == '4th'",
                "assert runner_place(112) == '112th'",
                "assert runner_place(101) == '101st'",
                "assert runner_place(33) == '33rd'",
            ),
        ),
    ),
)
