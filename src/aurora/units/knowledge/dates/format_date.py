"""A date in a format like "%d.%m.%Y"."""

import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="format date pattern text strftime",
    examples=[
        Example(("2024-02-29", "%d.%m.%Y"), "29.02.2024"),
        Example(("2024-02-29", "%y"), "24"),
        Example(("2024-01-05", ""), ""),
    ],
    holds=lambda day, form, ret: form != "%Y-%m-%d" or ret == day,
)
def format_date(day: Date, form: str) -> str:
    """A date in a format like "%d.%m.%Y"."""
    return datetime.date.fromisoformat(day).strftime(form)
