"""The volume of a cube."""

from aurora.contracts.component import Example, N, component


@component(
    words="cube volume side edge cubed",
    examples=[Example((3,), 27), Example((0,), 0), Example((1,), 1)],
    holds=lambda side, ret: (ret > 0) == (side > 0) or abs(side) < 1e-100,
)
def cube_volume(side: N) -> N:
    """The volume of a cube."""
    return side * side * side
