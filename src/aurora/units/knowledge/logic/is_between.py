"""Whether a value lies between two limits, both included."""

from aurora.contracts.component import C, Example, component


@component(
    words="between in range inclusive within bounds",
    examples=[Example((5, 1, 5), True), Example((0, 1, 5), False), Example(("b", "a", "c"), True)],
    holds=lambda _value, low, high, ret: not ret or not high < low,
)
def is_between(value: C, low: C, high: C) -> bool:
    """Whether a value lies between two limits, both included."""
    return not value < low and not high < value
