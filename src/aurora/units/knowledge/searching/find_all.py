"""All places of a list whose element meets a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="indices where predicate true positions of matching elements",
    examples=[
        Example(([1, 4, 2, 5], lambda n: n > 2), [1, 3]),
        Example((["a"], str.isdigit), []),
        Example(([], str.isdigit), []),
    ],
    holds=lambda values, condition, ret: (
        all(condition(values[place]) for place in ret) and len(ret) == sum(map(condition, values))
    ),
)
def find_all(values: list[T], condition: Callable[[T], bool]) -> list[int]:
    """All places of a list whose element meets a condition."""
    return [place for place, value in enumerate(values) if condition(value)]
