"""A dictionary with its items in ascending order of their keys."""

import itertools

from aurora.contracts.component import C, Example, V, component


@component(
    words="order dictionary by keys alphabetical sorted",
    examples=[
        Example(({"b": 1, "a": 2},), {"a": 2, "b": 1}),
        Example(({2: "x", 1: "y"},), {1: "y", 2: "x"}),
        Example(({},), {}),
    ],
    holds=lambda mapping, ret: ret == mapping and all(a < b for a, b in itertools.pairwise(ret)),
)
def sort_by_key(mapping: dict[C, V]) -> dict[C, V]:
    """A dictionary with its items in ascending order of their keys."""
    return {key: mapping[key] for key in sorted(mapping)}
