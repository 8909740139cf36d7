"""The first date after a date that is a weekday from 1 (Monday) to 7 (Sunday)."""

import datetime

from aurora.contracts.component import Date, Example, Positive, component


@component(
    words="next weekday monday friday following date",
    examples=[
        Example(("2024-02-29", 1), "2024-03-04"),
        Example(("2024-03-04", 1), "2024-03-11"),
        Example(("2024-03-04", 7), "2024-03-10"),
    ],
    holds=lambda day, weekday, ret: ret > day and datetime.date.fromisoformat(ret).isoweekday() == weekday,
)
def next_weekday(day: Date, weekday: Positive) -> Date:
    """The first date after a date that is a weekday from 1 (Monday) to 7 (Sunday)."""
    if not 1 <= weekday <= 7:
        raise ValueError("a weekday is from 1 to 7")
    date = datetime.date.fromisoformat(day)
    return str(date + datetime.timedelta((weekday - date.isoweekday() - 1) % 7 + 1))
