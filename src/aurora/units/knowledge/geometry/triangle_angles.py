"""Whether the triangle with three sides is "acute", "right" or "obtuse"."""

from aurora.contracts.component import Example, component


@component(
    words="triangle type by angles acute right obtuse classify sides",
    examples=[Example((3, 4, 5), "right"), Example((4, 4, 4), "acute"), Example((2, 3, 4), "obtuse")],
    holds=lambda first, second, third, ret: first != second or second != third or ret == "acute",
)
def triangle_angles(first: int, second: int, third: int) -> str:
    """Whether the triangle with three sides is "acute", "right" or "obtuse"."""
    short, middle, long = sorted((first, second, third))
    if short <= 0 or long >= short + middle:
        raise ValueError("no triangle has these sides")
    excess = short * short + middle * middle - long * long
    return "right" if excess == 0 else "acute" if excess > 0 else "obtuse"
