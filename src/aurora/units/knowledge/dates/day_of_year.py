"""The number of a date's day in its year, from 1."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="day of year ordinal number julian",
    examples=[Example(("2024-03-01",), 61), Example(("2023-01-01",), 1), Example(("2023-12-31",), 365)],
    holds=lambda day, ret: 1 <= ret <= 366 and ret >= int(day[8:]),
)
def day_of_year(day: Date) -> int:
    """The number of a date's day in its year, from 1."""
    return datetime.date.fromisoformat(day).timetuple().tm_yday
