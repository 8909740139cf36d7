"""A list rotated to the left by some places; a negative number rotates to the right."""

from aurora.contracts.component import Example, T, component


@component(
    words="rotate shift cyclic circular left",
    examples=[
        Example(([1, 2, 3, 4], 1), [2, 3, 4, 1]),
        Example(([1, 2, 3, 4], -1), [4, 1, 2, 3]),
        Example(([], 3), []),
    ],
    holds=lambda values, places, ret: (
        len(ret) == len(values) and (not values or ret[0] == values[places % len(values)])
    ),
)
def rotate_list(values: list[T], places: int) -> list[T]:
    """A list rotated to the left by some places; a negative number rotates to the right."""
    return values[places % len(values) :] + values[: places % len(values)] if values else []
