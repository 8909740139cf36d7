"""Whether a year has 366 days.

The Gregorian rule of 1582.
"""

from aurora.contracts.component import Example, component


@component(
    words="leap year check 366 days february",
    examples=[Example((2024,), True), Example((1900,), False), Example((2000,), True)],
    holds=lambda year, ret: not ret or year % 4 == 0,
)
def is_leap(year: int) -> bool:
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
