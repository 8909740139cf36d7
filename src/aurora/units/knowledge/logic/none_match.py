"""Whether no element of a list meets a condition; true for an empty list."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="none of no element satisfies predicate",
    examples=[
        Example(([1, 3], lambda n: n % 2 == 0), True),
        Example(([1, 2], lambda n: n % 2 == 0), False),
        Example(([], lambda n: n > 0), True),
    ],
    holds=lambda values, condition, ret: ret == (sum(map(condition, values)) == 0),
)
def none_match(values: list[T], condition: Callable[[T], bool]) -> bool:
    """Whether no element of a list meets a condition; true for an empty list."""
    return not any(condition(value) for value in values)
