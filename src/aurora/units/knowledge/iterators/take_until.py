"""The elements of a list up to and including the first one that meets a condition; all when none does."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="until inclusive stop after match leading elements",
    examples=[
        Example(([1, 2, 5, 1], lambda n: n > 3), [1, 2, 5]),
        Example((["a"], str.isdigit), ["a"]),
        Example(([], str.isdigit), []),
    ],
    holds=lambda values, condition, ret: ret == values[: len(ret)] and not any(map(condition, ret[:-1])),
)
def take_until(values: list[T], condition: Callable[[T], bool]) -> list[T]:
    """The elements of a list up to and including the first one that meets a condition; all when none does."""
    taken: list[T] = []
    for value in values:
        taken.append(value)
        if condition(value):
            break
    return taken
