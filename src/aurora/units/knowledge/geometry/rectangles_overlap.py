"""Whether two upright rectangles (left, bottom, right, top) have an area in common."""

from aurora.contracts.component import Example, component


@component(
    words="rectangles overlap intersect collide axis aligned boxes",
    examples=[
        Example(((0, 0, 2, 2), (1, 1, 3, 3)), True),
        Example(((0, 0, 1, 1), (1, 0, 2, 1)), False),
        Example(((0, 0, 5, 5), (1, 1, 2, 2)), True),
    ],
    holds=lambda first, second, ret: not ret or (first[0] < first[2] and second[1] < second[3]),
)
def rectangles_overlap(first: tuple[float, float, float, float], second: tuple[float, float, float, float]) -> bool:
    """Whether two upright rectangles (left, bottom, right, top) have an area in common."""
    return max(first[0], second[0]) < min(first[2], second[2]) and max(first[1], second[1]) < min(first[3], second[3])
