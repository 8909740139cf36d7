"""The age in full years on a date of somebody born on another."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="age years old birthday born full years",
    examples=[
        Example(("2000-06-15", "2020-06-14"), 19),
        Example(("2000-06-15", "2020-06-15"), 20),
        Example(("2000-02-29", "2001-02-28"), 0),
    ],
    holds=lambda born, day, ret: (ret >= 0) == (born <= day),
)
def age_on(born: Date, day: Date) -> int:
    """The age in full years on a date of somebody born on another."""
    first, last = datetime.date.fromisoformat(born), datetime.date.fromisoformat(day)
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
