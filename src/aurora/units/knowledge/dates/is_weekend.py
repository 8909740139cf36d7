"""Whether a date is a Saturday or a Sunday."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="weekend saturday sunday check date",
    examples=[Example(("2024-03-02",), True), Example(("2024-03-04",), False), Example(("2024-03-03",), True)],
    holds=lambda _day, ret: ret in (True, False),
)
def is_weekend(day: Date) -> bool:
    """Whether a date is a Saturday or a Sunday."""
    return datetime.date.fromisoformat(day).isoweekday() > 5
