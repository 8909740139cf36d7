"""Number of days of a month of a year."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="days in month number of days length february",
    examples=[Example((2024, 2), 29), Example((2023, 2), 28), Example((2023, 12), 31)],
    holds=lambda _year, month, ret: 28 <= ret <= 31 and (month == 2) == (ret < 30),
)
def days_in_month(year: int, month: Positive) -> int:
    """Number of days of a month of a year."""
    if not 1 <= month <= 12:
        raise ValueError("a month is from 1 to 12")
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + leap if month == 2 else 30 + (month + month // 8) % 2
