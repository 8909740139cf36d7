"""Whether three whole lengths are the sides of a triangle with a right angle."""

from aurora.contracts.component import Example, component


@component(
    words="right angled triangle pythagorean check sides pythagoras",
    examples=[Example((3, 4, 5), True), Example((13, 5, 12), True), Example((1, 1, 1), False)],
    holds=lambda first, second, third, ret: not ret or len({first, second, third}) == 3,
)
def is_right_triangle(first: int, second: int, third: int) -> bool:
    """Whether three whole lengths are the sides of a triangle with a right angle."""
    short, middle, long = sorted((first, second, third))
    return short > 0 and short * short + middle * middle == long * long
