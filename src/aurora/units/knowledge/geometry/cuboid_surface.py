"""The area of the six faces of a box."""

from aurora.contracts.component import Example, N, component


@component(
    words="cuboid box surface area total faces length width height rectangular prism wrapping",
    examples=[Example((1, 2, 3), 22), Example((0, 0, 3), 0), Example((1, 1, 1), 6)],
    holds=lambda length, width, height, ret: length != width or width != height or ret == 6 * length * length,
)
def cuboid_surface(length: N, width: N, height: N) -> N:
    """The area of the six faces of a box."""
    return 2 * (length * width + width * height + height * length)
