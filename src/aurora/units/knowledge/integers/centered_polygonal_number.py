"""The n-th centred polygonal number: a dot with n - 1 polygons of dots around it; raises ValueError below 1."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="centered centred hexagonal pentagonal square star figurate dots",
    examples=[Example((6, 3), 19), Example((5, 2), 6), Example((4, 1), 1)],
    holds=lambda sides, n, ret: ret >= n and (ret - 1) % sides == 0,
)
def centered_polygonal_number(sides: Positive, n: Positive) -> Positive:
    """The n-th centred polygonal number: a dot with n - 1 polygons of dots around it; raises ValueError below 1."""
    if sides < 1 or n < 1:
        raise ValueError("sides and n are counted from 1")
    return sides * n * (n - 1) // 2 + 1
