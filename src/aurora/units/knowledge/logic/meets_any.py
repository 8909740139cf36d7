"""Whether a value meets at least one of the conditions."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="any predicate disjunction several checks alternatives",
    examples=[
        Example((5, [lambda n: n > 2, lambda n: n % 2 == 0]), True),
        Example((1, [lambda n: n > 2, lambda n: n % 2 == 0]), False),
        Example((5, []), False),
    ],
    holds=lambda value, conditions, ret: ret == (sum(condition(value) for condition in conditions) > 0),
)
def meets_any(value: T, conditions: list[Callable[[T], bool]]) -> bool:
    """Whether a value meets at least one of the conditions."""
    return any(condition(value) for condition in conditions)
