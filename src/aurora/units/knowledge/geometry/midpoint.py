"""The point half-way between two points."""

from aurora.contracts.component import Example, component


@component(
    words="midpoint middle point centre center of segment between halfway",
    examples=[
        Example(((0, 0), (4, 6)), (2.0, 3.0)),
        Example(((1, 1), (1, 1)), (1.0, 1.0)),
        Example(((-1, 0), (2, 1)), (0.5, 0.5)),
    ],
    holds=lambda first, second, ret: min(first[0], second[0]) <= ret[0] <= max(first[0], second[0]),
)
def midpoint(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    """The point half-way between two points."""
    return ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
