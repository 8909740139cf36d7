"""A dictionary with its items in descending order of their values; equal ones keep their order."""

import itertools

from aurora.contracts.component import C, Example, K, component


@component(
    words="order dictionary by values descending largest highest first reverse",
    examples=[
        Example(({"a": 1, "b": 3},), {"b": 3, "a": 1}),
        Example(({"a": 1, "b": 1},), {"a": 1, "b": 1}),
        Example(({},), {}),
    ],
    holds=lambda mapping, ret: ret == mapping and not any(a < b for a, b in itertools.pairwise(ret.values())),
)
def sort_by_value_descending(mapping: dict[K, C]) -> dict[K, C]:
    """A dictionary with its items in descending order of their values; equal ones keep their order."""
    return dict(sorted(mapping.items(), key=lambda item: item[1], reverse=True))
