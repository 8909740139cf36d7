"""The English name of the weekday of a date."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="weekday name day of week monday tuesday date",
    examples=[
        Example(("2024-02-29",), "Thursday"),
        Example(("2000-01-01",), "Saturday"),
        Example(("1970-01-01",), "Thursday"),
    ],
    holds=lambda _day, ret: ret in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
def weekday_name(day: Date) -> str:
    """The English name of the weekday of a date."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return names[datetime.date.fromisoformat(day).weekday()]
