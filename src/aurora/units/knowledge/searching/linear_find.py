"""The first place at which a value stands in a list; -1 when it is not there."""

from aurora.contracts.component import Example, T, component


@component(
    words="index of element position search locate not found minus one",
    examples=[Example(([5, 7, 5], 7), 1), Example(([5], 6), -1), Example(([], 1), -1)],
    holds=lambda values, value, ret: (
        value not in values if ret == -1 else values[ret] == value and value not in values[:ret]
    ),
)
def linear_find(values: list[T], value: T) -> int:
    """The first place at which a value stands in a list; -1 when it is not there."""
    return values.index(value) if value in values else -1
