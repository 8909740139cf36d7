"""The volume of a pyramid, or of any cone, with the area of its base and its height."""

from aurora.contracts.component import Example, component


@component(
    words="pyramid volume base area height third",
    examples=[Example((9, 4), 12.0), Example((0, 5), 0.0), Example((1, 1), 1 / 3)],
    holds=lambda base_area, height, ret: base_area * height != 0 or ret == 0,
)
def pyramid_volume(base_area: float, height: float) -> float:
    """The volume of a pyramid, or of any cone, with the area of its base and its height."""
    return base_area * height / 3
