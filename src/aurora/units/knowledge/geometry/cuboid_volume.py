"""The volume of a box."""

from aurora.contracts.component import Example, N, component


@component(
    words="cuboid box volume length width height rectangular prism",
    examples=[Example((1, 2, 3), 6), Example((0, 2, 3), 0), Example((1, 1, 1), 1)],
    holds=lambda length, width, height, ret: length * width * height != 0 or ret == 0,
)
def cuboid_volume(length: N, width: N, height: N) -> N:
    """The volume of a box."""
    return length * width * height
