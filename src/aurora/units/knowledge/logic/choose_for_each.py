"""For each element of a list one of two values: the first when it meets a condition, else the second."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="ternary map label classify each element two classes if else",
    examples=[
        Example(([1, 2], lambda n: n % 2 == 0, "even", "odd"), ["odd", "even"]),
        Example(([], lambda n: n > 0, 1, 0), []),
    ],
    holds=lambda values, _condition, yes, no, ret: (
        len(ret) == len(values) and all(result in (yes, no) for result in ret)
    ),
)
def choose_for_each(values: list[T], condition: Callable[[T], bool], yes: U, no: U) -> list[U]:
    """For each element of a list one of two values: the first when it meets a condition, else the second."""
    return [yes if condition(value) else no for value in values]
