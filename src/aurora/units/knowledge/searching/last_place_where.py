"""The last place of a list whose element meets a condition; -1 when there is none."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="index of last matching element predicate position find last index",
    examples=[
        Example(([4, 5, 1], lambda n: n > 2), 1),
        Example(([1], lambda n: n > 2), -1),
        Example(([], lambda n: n > 2), -1),
    ],
    holds=lambda values, condition, ret: (
        not any(map(condition, values))
        if ret == -1
        else condition(values[ret]) and not any(map(condition, values[ret + 1 :]))
    ),
)
def last_place_where(values: list[T], condition: Callable[[T], bool]) -> int:
    """The last place of a list whose element meets a condition; -1 when there is none."""
    return next((place for place in reversed(range(len(values))) if condition(values[place])), -1)
