"""The different elements of a list, each where it occurs first."""

from aurora.contracts.component import Distinct, Example, K, component


@component(
    words="unique remove duplicates distinct preserve order",
    examples=[Example(([3, 1, 3, 2, 1],), [3, 1, 2]), Example((["a", "a"],), ["a"]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(set(ret)) and set(ret) == set(values),
)
def dedupe_keep_order(values: list[K]) -> Distinct[K]:
    """The different elements of a list, each where it occurs first."""
    return list(dict.fromkeys(values))
