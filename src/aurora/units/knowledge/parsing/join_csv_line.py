"""The line of comma-separated values with these fields, quoted where needed.

RFC 4180.
"""

import csv

from aurora.contracts.component import Example, component


@component(
    words="csv line join fields comma separated write quote",
    examples=[
        Example((["a", "b,c"],), 'a,"b,c"'),
        Example((["x"],), "x"),
        Example((['say "hi"', "2"],), '"say ""hi""",2'),
    ],
    holds=lambda fields, ret: "\n" in ret or "\r" in ret or next(csv.reader([ret]), []) == fields,
)
def join_csv_line(fields: list[str]) -> str:
    """The line of comma-separated values with these fields, quoted where needed."""
    if len(fields) == 1 and not fields[0]:
        return '""'
    quoted = ('"' + field.replace('"', '""') + '"' if set(field) & set(',"\r\n') else field for field in fields)
    return ",".join(quoted)
