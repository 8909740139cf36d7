"""Texts from the shortest to the longest; equally long ones keep their order."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="order strings words by length size",
    examples=[
        Example((["ccc", "a", "bb"],), ["a", "bb", "ccc"]),
        Example((["b", "a"],), ["b", "a"]),
        Example(([],), []),
    ],
    holds=lambda texts, ret: len(ret) == len(texts) and all(len(a) <= len(b) for a, b in itertools.pairwise(ret)),
)
def sort_by_length(texts: list[str]) -> list[str]:
    """Texts from the shortest to the longest; equally long ones keep their order."""
    return sorted(texts, key=len)
