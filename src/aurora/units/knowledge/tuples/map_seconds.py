"""Pairs with a function applied to the second element of each."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="transform second item of every tuple values",
    examples=[Example(([(1, "a")], str.upper), [(1, "A")]), Example(([], len), [])],
    holds=lambda pairs, _f, ret: len(ret) == len(pairs) and [a for a, _ in ret] == [a for a, _ in pairs],
)
def map_seconds(pairs: list[tuple[T, U]], f: Callable[[U], V]) -> list[tuple[T, V]]:
    """Pairs with a function applied to the second element of each."""
    return [(first, f(second)) for first, second in pairs]
