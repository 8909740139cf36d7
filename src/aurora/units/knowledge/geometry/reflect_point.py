"""A point mirrored at another point."""

from aurora.contracts.component import Example, N, component


@component(
    words="reflect mirror point about another point symmetric",
    examples=[
        Example(((1, 2), (0, 0)), (-1, -2)),
        Example(((1, 2), (1, 2)), (1, 2)),
        Example(((3, 0), (2, 1)), (1, 2)),
    ],
    holds=lambda point, centre, ret: point != centre or ret == point,
)
def reflect_point(point: tuple[N, N], centre: tuple[N, N]) -> tuple[N, N]:
    """A point mirrored at another point."""
    return (2 * centre[0] - point[0], 2 * centre[1] - point[1])
