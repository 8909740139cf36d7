"""The cross product of two vectors in space."""

from aurora.contracts.component import Example, N, component


@component(
    words="cross vector product three dimensions perpendicular normal",
    examples=[
        Example(((1, 0, 0), (0, 1, 0)), (0, 0, 1)),
        Example(((1, 2, 3), (2, 4, 6)), (0, 0, 0)),
        Example(((1, 2, 3), (4, 5, 6)), (-3, 6, -3)),
    ],
    holds=lambda first, second, ret: first != second or not any(ret),
)
def cross_product(first: tuple[N, N, N], second: tuple[N, N, N]) -> tuple[N, N, N]:
    """The cross product of two vectors in space."""
    return (
        first[1] * second[2] - first[2] * second[1],
        first[2] * second[0] - first[0] * second[2],
        first[0] * second[1] - first[1] * second[0],
    )
