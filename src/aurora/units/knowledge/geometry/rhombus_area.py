"""The area of a rhombus or kite with two diagonals."""

from aurora.contracts.component import Example, component


@component(
    words="rhombus kite area diagonals half product",
    examples=[Example((10, 20), 100.0), Example((1, 1), 0.5), Example((0, 4), 0.0)],
    holds=lambda first, second, ret: 2 * ret == first * second,
)
def rhombus_area(first: float, second: float) -> float:
    """The area of a rhombus or kite with two diagonals."""
    return first * second / 2
