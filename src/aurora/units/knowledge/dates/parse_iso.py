"""Year, month and day of a date like "2024-02-29"; raises `ValueError` for a day that does not exist."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="parse iso date year month day text",
    examples=[
        Example(("2024-02-29",), (2024, 2, 29)),
        Example(("1999-12-31",), (1999, 12, 31)),
        Example(("2000-01-01",), (2000, 1, 1)),
    ],
    holds=lambda text, ret: ret[0] == int(text[:4]) and 1 <= ret[1] <= 12 and 1 <= ret[2] <= 31,
)
def parse_iso(text: Date) -> tuple[int, int, int]:
    """Year, month and day of a date like "2024-02-29"; raises `ValueError` for a day that does not exist."""
    day = datetime.date.fromisoformat(text)
    return (day.year, day.month, day.day)
