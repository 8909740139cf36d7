"""The elements of a list whose key has not been there before, in their order."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, T, component


@component(
    words="unique by key remove duplicates according to function first of each",
    examples=[
        Example((["a", "bb", "c"], len), ["a", "bb"]),
        Example(([1, -1, 2], abs), [1, 2]),
        Example(([], len), []),
    ],
    holds=lambda values, key, ret: len(ret) == len(set(map(key, values))),
)
def distinct_by(values: list[T], key: Callable[[T], K]) -> list[T]:
    """The elements of a list whose key has not been there before, in their order."""
    firsts: dict[K, T] = {}
    for value in values:
        firsts.setdefault(key(value), value)
    return list(firsts.values())
