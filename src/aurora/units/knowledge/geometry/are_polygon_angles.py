"""Whether angles in degrees are those of a polygon."""

from aurora.contracts.component import Example, component


@component(
    words="valid inner interior angles of a triangle quadrilateral polygon sum 180",
    examples=[
        Example(([70, 60, 50],), True),
        Example(([90, 90, 90, 90],), True),
        Example(([0, 100, 80],), False),
        Example(([90, 90],), False),
    ],
    holds=lambda angles, ret: not ret or len(angles) > 2,
)
def are_polygon_angles(angles: list[float]) -> bool:
    """Whether angles in degrees are those of a polygon: at least three, positive, of the right sum."""
    return len(angles) > 2 and min(angles) > 0 and sum(angles) == 180 * (len(angles) - 2)
