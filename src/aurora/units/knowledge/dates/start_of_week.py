"""The Monday of the week of a date."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="start of week monday first day",
    examples=[
        Example(("2024-02-29",), "2024-02-26"),
        Example(("2024-03-03",), "2024-02-26"),
        Example(("2024-03-04",), "2024-03-04"),
    ],
    holds=lambda day, ret: ret <= day and datetime.date.fromisoformat(ret).weekday() == 0,
)
def start_of_week(day: Date) -> Date:
    """The Monday of the week of a date."""
    date = datetime.date.fromisoformat(day)
    return str(date - datetime.timedelta(date.weekday()))
