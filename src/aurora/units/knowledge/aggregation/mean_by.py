"""The mean of a number of each element, for each key that a function gives."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, T, component


@component(
    words="average per group by category",
    examples=[
        Example((["a", "bb", "cc"], len, lambda s: len(s) * 2), {1: 2.0, 2: 4.0}),
        Example(([1, 2, 3], lambda n: n % 2, lambda n: n), {1: 2.0, 0: 2.0}),
        Example(([], len, len), {}),
    ],
    holds=lambda values, key, _number, ret: set(ret) == set(map(key, values)),
)
def mean_by(values: list[T], key: Callable[[T], K], number: Callable[[T], float]) -> dict[K, float]:
    """The mean of a number of each element, for each key that a function gives."""
    groups: dict[K, list[float]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(number(value))
    return {group: sum(numbers) / len(numbers) for group, numbers in groups.items()}
