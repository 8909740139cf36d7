"""An inner angle of a polygon with equal sides and equal angles, in degrees."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="interior inner angle regular polygon number of sides degrees",
    examples=[Example((3,), 60.0), Example((4,), 90.0), Example((6,), 120.0)],
    holds=lambda _sides, ret: 60 <= ret < 180,
)
def interior_angle(sides: Positive) -> float:
    """An inner angle of a polygon with equal sides and equal angles, in degrees."""
    if sides < 3:
        raise ValueError("a polygon has at least three sides")
    return (sides - 2) * 180 / sides
