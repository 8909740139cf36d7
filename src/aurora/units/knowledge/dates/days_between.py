"""Number of days from one date to another, negative when it is earlier."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="days between dates difference number of days elapsed",
    examples=[
        Example(("2024-02-28", "2024-03-01"), 2),
        Example(("2024-01-01", "2023-12-31"), -1),
        Example(("2024-01-01", "2024-01-01"), 0),
    ],
    holds=lambda first, last, ret: (ret > 0) == (last > first),
)
def days_between(first: Date, last: Date) -> int:
    """Number of days from one date to another, negative when it is earlier."""
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days
