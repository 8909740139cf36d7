"""The date a number of days after a date, before it for a negative number."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="add days to date after later shift",
    examples=[
        Example(("2024-02-28", 2), "2024-03-01"),
        Example(("2024-01-01", -1), "2023-12-31"),
        Example(("2024-01-01", 0), "2024-01-01"),
    ],
    holds=lambda day, days, ret: (ret > day) == (days > 0),
)
def add_days(day: Date, days: int) -> Date:
    """The date a number of days after a date, before it for a negative number."""
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days))
