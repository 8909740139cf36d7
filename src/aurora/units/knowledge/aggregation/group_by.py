"""The elements of a list for each key that a function gives, in their order."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, T, component


@component(
    words="group classify bucket partition elements by key category",
    examples=[
        Example((["a", "bb", "c"], len), {1: ["a", "c"], 2: ["bb"]}),
        Example(([1, 2, 3], lambda n: n % 2 == 0), {False: [1, 3], True: [2]}),
        Example(([], len), {}),
    ],
    holds=lambda values, key, ret: (
        sum(map(len, ret.values())) == len(values) and all(key(value) == group for group in ret for value in ret[group])
    ),
)
def group_by(values: list[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The elements of a list for each key that a function gives, in their order."""
    groups: dict[K, list[T]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups
