"""The least element of a list that is greater than a value; None when there is none."""

from aurora.contracts.component import C, Example, component


@component(
    words="successor ceiling next larger minimum over limit",
    examples=[Example(([1, 5, 9], 1), 5), Example(([5], 7), None), Example(([], 1), None)],
    holds=lambda values, value, ret: (
        not any(value < other for other in values) if ret is None else ret in values and value < ret
    ),
)
def smallest_above(values: list[C], value: C) -> C | None:
    """The least element of a list that is greater than a value; None when there is none."""
    return min((other for other in values if value < other), default=None)
