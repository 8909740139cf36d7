"""The sum of the numbers of a list that meet a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, N, component


@component(
    words="add elements satisfying predicate conditional sum total of even positive",
    examples=[
        Example(([1, 2, 3, 4], lambda n: n > 2), 7),
        Example(([1], lambda n: n > 2), 0),
        Example(([], lambda n: n > 2), 0),
    ],
    holds=lambda numbers, condition, ret: any(map(condition, numbers)) or ret == 0,
)
def sum_where(numbers: list[N], condition: Callable[[N], bool]) -> N:
    """The sum of the numbers of a list that meet a condition."""
    return sum(number for number in numbers if condition(number))
