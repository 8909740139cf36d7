"""Whether three lengths can be the sides of a triangle."""

from aurora.contracts.component import Example, component


@component(
    words="valid triangle inequality possible sides check form",
    examples=[Example((3, 4, 5), True), Example((1, 2, 3), False), Example((0, 1, 1), False)],
    holds=lambda first, second, third, ret: not ret or min(first, second, third) > 0,
)
def is_triangle(first: float, second: float, third: float) -> bool:
    """Whether three lengths can be the sides of a triangle."""
    return 2 * max(first, second, third) < first + second + third
