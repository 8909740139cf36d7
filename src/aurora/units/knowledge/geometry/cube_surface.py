"""The area of the six faces of a cube."""

from aurora.contracts.component import Example, N, component


@component(
    words="cube surface area total faces side edge",
    examples=[Example((3,), 54), Example((0,), 0), Example((1,), 6)],
    holds=lambda _side, ret: ret >= 0,
)
def cube_surface(side: N) -> N:
    """The area of the six faces of a cube."""
    return 6 * side * side
