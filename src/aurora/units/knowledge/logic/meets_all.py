"""Whether a value meets every one of the conditions."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="all predicates conjunction several checks validation",
    examples=[
        Example((6, [lambda n: n > 2, lambda n: n % 2 == 0]), True),
        Example((5, [lambda n: n > 2, lambda n: n % 2 == 0]), False),
        Example((5, []), True),
    ],
    holds=lambda value, conditions, ret: ret == (sum(condition(value) for condition in conditions) == len(conditions)),
)
def meets_all(value: T, conditions: list[Callable[[T], bool]]) -> bool:
    """Whether a value meets every one of the conditions."""
    return all(condition(value) for condition in conditions)
