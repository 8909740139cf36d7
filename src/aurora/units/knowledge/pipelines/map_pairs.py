"""What a function of two gives for each of the pairs."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="starmap apply function to tuples unpack arguments",
    examples=[Example(([(1, 2), (3, 4)], lambda a, b: a + b), [3, 7]), Example(([], max), [])],
    holds=lambda pairs, _f, ret: len(ret) == len(pairs),
)
def map_pairs(pairs: list[tuple[T, U]], f: Callable[[T, U], V]) -> list[V]:
    """What a function of two gives for each of the pairs."""
    return [f(first, second) for first, second in pairs]
