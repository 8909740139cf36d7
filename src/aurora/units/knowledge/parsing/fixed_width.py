"""A line cut into fields of these widths, blanks around them left out."""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="fixed width columns split line fields positions",
    examples=[
        Example(("ab  12 x", [4, 3, 1]), ["ab", "12", "x"]),
        Example(("", [2, 2]), ["", ""]),
        Example(("abc", []), []),
    ],
    holds=lambda _line, widths, ret: len(ret) == len(widths),
)
def fixed_width(line: str, widths: list[Nat]) -> list[str]:
    """A line cut into fields of these widths, blanks around them left out."""
    starts = itertools.accumulate(widths, initial=0)
    return [line[start : start + width].strip() for start, width in zip(starts, widths, strict=False)]
