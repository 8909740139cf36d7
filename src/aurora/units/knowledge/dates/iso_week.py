"""The number of a date's week by ISO 8601, from 1 to 53."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="week number iso calendar week of year",
    examples=[Example(("2024-01-01",), 1), Example(("2021-01-01",), 53), Example(("2024-02-29",), 9)],
    holds=lambda _day, ret: 1 <= ret <= 53,
)
def iso_week(day: Date) -> int:
    """The number of a date's week by ISO 8601, from 1 to 53."""
    return datetime.date.fromisoformat(day).isocalendar().week
