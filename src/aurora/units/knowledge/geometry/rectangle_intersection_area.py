"""The area that two upright rectangles (left, bottom, right, top) have in common."""

from aurora.contracts.component import Example, N, component


@component(
    words="rectangles overlap area intersection common axis aligned boxes",
    examples=[
        Example(((0, 0, 2, 2), (1, 1, 3, 3)), 1),
        Example(((0, 0, 1, 1), (1, 0, 2, 1)), 0),
        Example(((0, 0, 5, 5), (1, 1, 2, 3)), 2),
    ],
    holds=lambda first, second, ret: ret >= 0 and (ret == 0 or (first[0] < second[2] and second[0] < first[2])),
)
def rectangle_intersection_area(first: tuple[N, N, N, N], second: tuple[N, N, N, N]) -> N:
    """The area that two upright rectangles (left, bottom, right, top) have in common."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    return max(width, 0) * max(height, 0)
