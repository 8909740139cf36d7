"""Whether each element is greater than the one at its place in another list."""

from aurora.contracts.component import C, Example, component


@component(
    words="check each element of one tuple greater than corresponding index in other",
    examples=[
        Example(
            (
                [3, 4],
                [2, 3],
            ),
            True,
        ),
        Example(
            (
                [1, 5],
                [2, 3],
            ),
            False,
        ),
        Example(
            (
                [],
                [],
            ),
            True,
        ),
    ],
    holds=lambda left, right, ret: ret or bool(left and right),
)
def elementwise_all_greater(left: list[C], right: list[C]) -> bool:
    """Whether each element is greater than the one at its place in another list."""
    return all(a > b for a, b in zip(left, right, strict=False))
