"""The area of a triangle with a base and the height above it."""

from aurora.contracts.component import Example, component


@component(
    words="triangle area base height half",
    examples=[Example((4, 3), 6.0), Example((1, 1), 0.5), Example((0, 9), 0.0)],
    holds=lambda base, height, ret: 2 * ret == base * height,
)
def triangle_area(base: float, height: float) -> float:
    """The area of a triangle with a base and the height above it."""
    return base * height / 2
