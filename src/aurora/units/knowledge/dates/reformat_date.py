"""A date written in one format, written in another."""

import datetime

from aurora.contracts.component import Example, component


@component(
    words="convert date format change order parse and format day month year",
    examples=[
        Example(("29.02.2024", "%d.%m.%Y", "%Y-%m-%d"), "2024-02-29"),
        Example(("02/03/99", "%m/%d/%y", "%d %m"), "03 02"),
        Example(("2024", "%Y", "%Y"), "2024"),
    ],
    holds=lambda _text, _read, write, ret: bool(ret) == bool(write),
)
def reformat_date(text: str, read: str, write: str) -> str:
    """A date written in one format, written in another."""
    return datetime.datetime.strptime(text, read).replace(tzinfo=datetime.UTC).strftime(write)
