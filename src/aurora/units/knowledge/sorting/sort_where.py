"""A list in which the elements that meet a condition are sorted among their own places; the others stay."""

from collections.abc import Callable

from aurora.contracts.component import C, Example, component


@component(
    words="sort only matching elements in place keep others fixed odd even positions",
    examples=[
        Example(([5, 2, 3, 8, 1], lambda n: n % 2 == 1), [1, 2, 3, 8, 5]),
        Example((["b", "a"], str.isdigit), ["b", "a"]),
        Example(([], str.isdigit), []),
    ],
    holds=lambda values, condition, ret: (
        sorted(ret) == sorted(values) and all(a == b or condition(a) for a, b in zip(values, ret, strict=True))
    ),
)
def sort_where(values: list[C], condition: Callable[[C], bool]) -> list[C]:
    """A list in which the elements that meet a condition are sorted among their own places; the others stay."""
    chosen = iter(sorted(value for value in values if condition(value)))
    return [next(chosen) if condition(value) else value for value in values]
