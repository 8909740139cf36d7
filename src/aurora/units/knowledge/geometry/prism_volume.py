"""The volume of a prism with a triangular base, from the base and height of the triangle and its length."""

from aurora.contracts.component import Example, component


@component(
    words="triangular prism volume base height length",
    examples=[Example((10, 8, 6), 240.0), Example((0, 5, 1), 0.0), Example((1, 1, 1), 0.5)],
    holds=lambda base, height, length, ret: base * height * length != 0 or ret == 0,
)
def prism_volume(base: float, height: float, length: float) -> float:
    """The volume of a prism with a triangular base, from the base and height of the triangle and its length."""
    return base * height * length / 2
