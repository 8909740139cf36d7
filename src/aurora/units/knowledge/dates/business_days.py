"""Number of days from Monday to Friday from one date to another, both included."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="business working days weekdays between dates count office",
    examples=[
        Example(("2024-03-01", "2024-03-31"), 21),
        Example(("2024-03-09", "2024-03-10"), 0),
        Example(("2024-03-08", "2024-03-01"), 0),
    ],
    holds=lambda first, last, ret: (ret == 0 or first <= last) and ret >= 0,
)
def business_days(first: Date, last: Date) -> int:
    """Number of days from Monday to Friday from one date to another, both included."""
    start = datetime.date.fromisoformat(first)
    weeks, rest = divmod(max(0, (datetime.date.fromisoformat(last) - start).days + 1), 7)
    return 5 * weeks + sum((start.weekday() + day) % 7 < 5 for day in range(rest))
