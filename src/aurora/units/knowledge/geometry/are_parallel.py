"""Whether two lines ax + by = c, given as [a, b, c], are parallel."""

from aurora.contracts.component import Example, component


@component(
    words="two lines parallel coefficients slope",
    examples=[
        Example(
            (
                [1, 5, 4],
                [1, 5, 7],
            ),
            True,
        ),
        Example(
            (
                [1, 5, 4],
                [5, -1, 4],
            ),
            False,
        ),
        Example(
            (
                [1, 2, 0],
                [2, 4, 1],
            ),
            True,
        ),
    ],
    holds=lambda one, other, ret: ret or one != other,
)
def are_parallel(one: list[float], other: list[float]) -> bool:
    """Whether two lines ax + by = c, given as [a, b, c], are parallel."""
    return one[0] * other[1] == one[1] * other[0]
