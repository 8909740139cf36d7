"""How many elements of a list meet a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="count elements satisfying predicate number of matching",
    examples=[
        Example(([1, 2, 3, 4], lambda n: n > 2), 2),
        Example((["a"], str.isdigit), 0),
        Example(([], str.isdigit), 0),
    ],
    holds=lambda values, condition, ret: ret == len([value for value in values if condition(value)]),
)
def count_where(values: list[T], condition: Callable[[T], bool]) -> Nat:
    """How many elements of a list meet a condition."""
    return sum(condition(value) for value in values)
