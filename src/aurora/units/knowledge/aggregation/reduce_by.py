"""For each key that a function gives, the elements put together one after the other by a function of two."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, T, component


@component(
    words="fold per group aggregate by key combine reduce",
    examples=[
        Example(([1, 2, 3, 4], lambda n: n % 2, lambda a, b: a * b), {1: 3, 0: 8}),
        Example((["a", "b"], len, lambda a, b: a + b), {1: "ab"}),
        Example(([], len, max), {}),
    ],
    holds=lambda values, key, _combine, ret: set(ret) == set(map(key, values)),
)
def reduce_by(values: list[T], key: Callable[[T], K], combine: Callable[[T, T], T]) -> dict[K, T]:
    """For each key that a function gives, the elements put together one after the other by a function of two."""
    results: dict[K, T] = {}
    for value in values:
        group = key(value)
        results[group] = combine(results[group], value) if group in results else value
    return results
