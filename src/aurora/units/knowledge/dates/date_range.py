"""All dates from one to another, both included."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="date range all days from to list calendar",
    examples=[
        Example(("2024-02-28", "2024-03-01"), ["2024-02-28", "2024-02-29", "2024-03-01"]),
        Example(("2024-01-01", "2024-01-01"), ["2024-01-01"]),
        Example(("2024-01-02", "2024-01-01"), []),
    ],
    holds=lambda first, last, ret: ret == sorted(set(ret)) and (first > last or (ret[0] == first and ret[-1] == last)),
)
def date_range(first: Date, last: Date) -> list[str]:
    """All dates from one to another, both included."""
    start = datetime.date.fromisoformat(first)
    days = (datetime.date.fromisoformat(last) - start).days
    return [str(start + datetime.timedelta(day)) for day in range(days + 1)]
