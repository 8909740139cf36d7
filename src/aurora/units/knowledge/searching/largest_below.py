"""The greatest element of a list that is less than a value; None when there is none."""

from aurora.contracts.component import C, Example, component


@component(
    words="predecessor floor previous smaller maximum under limit",
    examples=[Example(([1, 5, 9], 9), 5), Example(([5], 2), None), Example(([], 1), None)],
    holds=lambda values, value, ret: (
        not any(other < value for other in values) if ret is None else ret in values and ret < value
    ),
)
def largest_below(values: list[C], value: C) -> C | None:
    """The greatest element of a list that is less than a value; None when there is none."""
    return max((other for other in values if other < value), default=None)
