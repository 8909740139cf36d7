"""The number of the weekday of a date: 1 for Monday to 7 for Sunday."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="weekday number iso day of week date",
    examples=[Example(("2024-02-29",), 4), Example(("2024-03-03",), 7), Example(("2024-03-04",), 1)],
    holds=lambda _day, ret: 1 <= ret <= 7,
)
def weekday_number(day: Date) -> int:
    """The number of the weekday of a date: 1 for Monday to 7 for Sunday."""
    return datetime.date.fromisoformat(day).isoweekday()
