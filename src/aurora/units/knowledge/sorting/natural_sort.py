"""Texts in the order that people expect: runs of digits count as numbers, case does not."""

import re

from aurora.contracts.component import Example, component


@component(
    words="natural order human file names numeric alphanumeric sort",
    examples=[
        Example((["f10", "f2", "f1"],), ["f1", "f2", "f10"]),
        Example((["b", "A"],), ["A", "b"]),
        Example(([],), []),
    ],
    holds=lambda texts, ret: sorted(ret) == sorted(texts),
)
def natural_sort(texts: list[str]) -> list[str]:
    """Texts in the order that people expect: runs of digits count as numbers, case does not."""
    return sorted(
        texts,
        key=lambda text: [
            (int(part), "") if part.isdecimal() else (-1, part.lower()) for part in re.split(r"(\d+)", text)
        ],
    )
