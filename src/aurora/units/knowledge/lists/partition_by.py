"""The elements of a list that meet a condition, and those that do not."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="partition separate split two lists predicate true false",
    examples=[
        Example(([1, 2, 3, 4], lambda n: n > 2), ([3, 4], [1, 2])),
        Example((["a"], lambda s: s == "a"), (["a"], [])),
        Example(([], lambda n: n > 2), ([], [])),
    ],
    holds=lambda values, keep, ret: (
        len(ret[0]) + len(ret[1]) == len(values) and all(map(keep, ret[0])) and not any(map(keep, ret[1]))
    ),
)
def partition_by(values: list[T], keep: Callable[[T], bool]) -> tuple[list[T], list[T]]:
    """The elements of a list that meet a condition, and those that do not."""
    return [value for value in values if keep(value)], [value for value in values if not keep(value)]
