"""Whether a value lies between two limits, both excluded."""

from aurora.contracts.component import C, Example, component


@component(
    words="between in range exclusive strictly inside",
    examples=[Example((3, 1, 5), True), Example((5, 1, 5), False), Example(("b", "a", "c"), True)],
    holds=lambda _value, low, high, ret: not ret or low < high,
)
def is_strictly_between(value: C, low: C, high: C) -> bool:
    """Whether a value lies between two limits, both excluded."""
    return low < value and value < high
