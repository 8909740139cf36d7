"""The quarter of the year that a date is in, 1 to 4."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="quarter of year date q1 q2 q3 q4",
    examples=[Example(("2024-02-29",), 1), Example(("2024-12-31",), 4), Example(("2024-04-01",), 2)],
    holds=lambda day, ret: ret == -(-int(day[5:7]) // 3),
)
def quarter_of(day: Date) -> int:
    """The quarter of the year that a date is in, 1 to 4."""
    return (datetime.date.fromisoformat(day).month + 2) // 3
