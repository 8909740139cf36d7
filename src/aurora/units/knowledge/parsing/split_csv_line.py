"""The fields of one line of comma-separated values; quoted fields may have commas and doubled quotes.

RFC 4180.
"""

import csv

from aurora.contracts.component import Example, component


@component(
    words="csv line split fields comma separated quoted",
    examples=[
        Example(('a,"b,c",d',), ["a", "b,c", "d"]),
        Example(("",), []),
        Example(('"say ""hi""",2',), ['say "hi"', "2"]),
    ],
    holds=lambda line, ret: len(ret) <= line.count(",") + 1,
)
def split_csv_line(line: str) -> list[str]:
    """The fields of one line of comma-separated values; quoted fields may have commas and doubled quotes."""
    return next(csv.reader([line]), [])
