"""A date like "2024-02-29" with its parts in the order day, month, year."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="convert date yyyy-mm-dd to dd-mm-yyyy reverse order",
    examples=[
        Example(("2024-02-29",), "29-02-2024"),
        Example(("1999-12-31",), "31-12-1999"),
        Example(("2000-01-02",), "02-01-2000"),
    ],
    holds=lambda day, ret: ret[-4:] == day[:4],
)
def day_first(day: Date) -> str:
    """A date like "2024-02-29" with its parts in the order day, month, year."""
    return datetime.date.fromisoformat(day).strftime("%d-%m-%Y")
