"""Whether some element of a list meets a condition; false for an empty list."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="any of at least one element satisfies predicate exists",
    examples=[
        Example(([1, 2], lambda n: n % 2 == 0), True),
        Example(([1, 3], lambda n: n % 2 == 0), False),
        Example(([], lambda n: n > 0), False),
    ],
    holds=lambda values, condition, ret: ret == (sum(map(condition, values)) > 0),
)
def any_match(values: list[T], condition: Callable[[T], bool]) -> bool:
    """Whether some element of a list meets a condition; false for an empty list."""
    return any(condition(value) for value in values)
