"""A list rotated to the right by some places; a negative number rotates to the left."""

from aurora.contracts.component import Example, T, component


@component(
    words="rotate shift cyclic circular right last elements move to front",
    examples=[
        Example(([1, 2, 3, 4], 1), [4, 1, 2, 3]),
        Example(([1, 2, 3, 4], -1), [2, 3, 4, 1]),
        Example(([], 3), []),
    ],
    holds=lambda values, places, ret: (
        len(ret) == len(values) and (not values or ret[places % len(values)] == values[0])
    ),
)
def rotate_right(values: list[T], places: int) -> list[T]:
    """A list rotated to the right by some places; a negative number rotates to the left."""
    return values[-places % len(values) :] + values[: -places % len(values)] if values else []
