"""Pairs with a function applied to the first element of each."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="transform first item of every tuple",
    examples=[Example(([(1, "a")], lambda n: n + 1), [(2, "a")]), Example(([], len), [])],
    holds=lambda pairs, _f, ret: len(ret) == len(pairs) and [b for _, b in ret] == [b for _, b in pairs],
)
def map_firsts(pairs: list[tuple[T, U]], f: Callable[[T], V]) -> list[tuple[V, U]]:
    """Pairs with a function applied to the first element of each."""
    return [(f(first), second) for first, second in pairs]
