"""Rows of texts as lines in which each column is as wide as its widest text, one space apart."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="table format align pad columns tabular grid print",
    examples=[
        Example(([["a", "bb"], ["ccc", "d"]],), ["a   bb", "ccc d"]),
        Example(([["x"]],), ["x"]),
        Example(([],), []),
    ],
    holds=lambda rows, ret: len(ret) == len(rows) and all(line == line.rstrip(" ") for line in ret),
)
def align_columns(rows: list[list[str]]) -> list[str]:
    """Rows of texts as lines in which each column is as wide as its widest text, one space apart."""
    widths = [max(map(len, column)) for column in itertools.zip_longest(*rows, fillvalue="")]
    lines = (" ".join(text.ljust(width) for text, width in zip(row, widths, strict=False)) for row in rows)
    return [line.rstrip(" ") for line in lines]
