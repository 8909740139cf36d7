"""The length around a rectangle."""

from aurora.contracts.component import Example, N, component


@component(
    words="rectangle perimeter around length width border fence",
    examples=[Example((3, 4), 14), Example((0, 0), 0), Example((1, 1), 4)],
    holds=lambda length, width, ret: length != width or ret == 4 * length,
)
def rectangle_perimeter(length: N, width: N) -> N:
    """The length around a rectangle."""
    return 2 * (length + width)
