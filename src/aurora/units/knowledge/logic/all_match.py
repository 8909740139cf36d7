"""Whether every element of a list meets a condition; true for an empty list."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="all of every element satisfies predicate for all",
    examples=[
        Example(([2, 4], lambda n: n % 2 == 0), True),
        Example(([2, 3], lambda n: n % 2 == 0), False),
        Example(([], lambda n: n > 0), True),
    ],
    holds=lambda values, condition, ret: ret == (sum(map(condition, values)) == len(values)),
)
def all_match(values: list[T], condition: Callable[[T], bool]) -> bool:
    """Whether every element of a list meets a condition; true for an empty list."""
    return all(condition(value) for value in values)
