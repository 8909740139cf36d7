"""Texts in alphabetical order without regard to case."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="case insensitive sort alphabetical strings",
    examples=[Example((["b", "A", "c"],), ["A", "b", "c"]), Example((["a", "A"],), ["a", "A"]), Example(([],), [])],
    holds=lambda texts, ret: (
        sorted(ret) == sorted(texts) and all(a.lower() <= b.lower() for a, b in itertools.pairwise(ret))
    ),
)
def sort_ignoring_case(texts: list[str]) -> list[str]:
    """Texts in alphabetical order without regard to case."""
    return sorted(texts, key=str.lower)
