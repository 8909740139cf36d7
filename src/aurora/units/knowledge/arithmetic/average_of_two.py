"""The number halfway between two numbers."""

from aurora.contracts.component import Example, component


@component(
    words="mean midpoint average of two middle",
    examples=[Example((3.0, 4.0), 3.5), Example((-2.0, 2.0), 0.0), Example((5.0, 5.0), 5.0)],
    holds=lambda a, b, ret: min(a, b) <= ret <= max(a, b),
)
def average_of_two(a: float, b: float) -> float:
    """The number halfway between two numbers."""
    return (a + b) / 2
