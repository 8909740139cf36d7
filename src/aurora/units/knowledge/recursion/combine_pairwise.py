"""The elements of a list put together by a function of two in rounds, neighbours by pairs, like a tournament."""

from collections.abc import Callable

from aurora.contracts.component import Example, NonEmpty, T, component


@component(
    words="divide and conquer tree reduction tournament knockout pairwise combine rounds",
    examples=[
        Example(([1, 2, 3, 4], lambda a, b: a + b), 10),
        Example((["a", "b", "c"], lambda a, b: f"({a}{b})"), "((ab)c)"),
        Example(([7], max), 7),
    ],
    holds=lambda values, _combine, ret: len(values) > 1 or ret == values[0],
    cost=2.0,
)
def combine_pairwise(values: NonEmpty[T], combine: Callable[[T, T], T]) -> T:
    """The elements of a list put together by a function of two in rounds, neighbours by pairs, like a tournament.

    Raises IndexError for an empty list.
    """
    level = list(values)
    while len(level) > 1:
        winners = [combine(a, b) for a, b in zip(level[::2], level[1::2], strict=False)]
        level = winners + level[2 * len(winners) :]
    return level[0]
