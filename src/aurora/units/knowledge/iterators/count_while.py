"""How many elements of a list come before the first one that fails a condition."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="length of leading run prefix predicate holds",
    examples=[
        Example(([1, 2, 5, 1], lambda n: n < 3), 2),
        Example((["a"], str.isdigit), 0),
        Example(([], str.isdigit), 0),
    ],
    holds=lambda values, condition, ret: (
        all(map(condition, values[:ret])) and not any(map(condition, values[ret : ret + 1]))
    ),
)
def count_while(values: list[T], condition: Callable[[T], bool]) -> Nat:
    """How many elements of a list come before the first one that fails a condition."""
    return sum(1 for _ in itertools.takewhile(condition, values))
