"""A dictionary with its items in ascending order of their values; equal ones keep their order."""

import itertools

from aurora.contracts.component import C, Example, K, component


@component(
    words="order dictionary by values ascending smallest first",
    examples=[
        Example(({"a": 3, "b": 1},), {"b": 1, "a": 3}),
        Example(({"a": 1, "b": 1},), {"a": 1, "b": 1}),
        Example(({},), {}),
    ],
    holds=lambda mapping, ret: ret == mapping and not any(b < a for a, b in itertools.pairwise(ret.values())),
)
def sort_by_value(mapping: dict[K, C]) -> dict[K, C]:
    """A dictionary with its items in ascending order of their values; equal ones keep their order."""
    return dict(sorted(mapping.items(), key=lambda item: item[1]))
