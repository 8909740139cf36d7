"""The date of the n-th given weekday (1 Monday to 7 Sunday) of a month."""

import datetime

from aurora.contracts.component import Date, Example, Positive, component


@component(
    words="nth weekday of month first second third monday thanksgiving",
    examples=[
        Example((2024, 11, 4, 4), "2024-11-28"),
        Example((2024, 3, 5, 1), "2024-03-01"),
        Example((2024, 1, 1, 5), "2024-01-29"),
    ],
    holds=lambda _year, _month, weekday, _n, ret: datetime.date.fromisoformat(ret).isoweekday() == weekday,
)
def nth_weekday(year: Positive, month: Positive, weekday: Positive, n: Positive) -> Date:
    """The date of the n-th given weekday of a month; raises `ValueError` when the month has not so many."""
    if not 1 <= weekday <= 7:
        raise ValueError("a weekday is from 1 to 7")
    first = datetime.date(year, month, 1)
    return str(first.replace(day=1 + (weekday - first.isoweekday()) % 7 + 7 * (n - 1)))
