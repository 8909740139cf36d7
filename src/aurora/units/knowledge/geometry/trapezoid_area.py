"""The area of a trapezoid with two parallel sides and the height between them."""

from aurora.contracts.component import Example, component


@component(
    words="trapezoid trapezium area parallel sides bases height",
    examples=[Example((6, 4, 5), 25.0), Example((0, 2, 1), 1.0), Example((3, 3, 3), 9.0)],
    holds=lambda _first, _second, height, ret: height != 0 or ret == 0,
)
def trapezoid_area(first: float, second: float, height: float) -> float:
    """The area of a trapezoid with two parallel sides and the height between them."""
    return (first + second) * height / 2
