"""Remainder of each number by the one at its place in another list."""

from aurora.contracts.component import Example, component


@component(
    words="modulo remainder two lists tuples elementwise corresponding",
    examples=[
        Example(
            (
                [10, 4],
                [5, 6],
            ),
            [0, 4],
        ),
        Example(
            (
                [],
                [],
            ),
            [],
        ),
        Example(
            (
                [7],
                [3],
            ),
            [1],
        ),
    ],
    holds=lambda left, right, ret: len(ret) == min(len(left), len(right)),
)
def remainder_elementwise(left: list[int], right: list[int]) -> list[int]:
    """Remainder of each number by the one at its place in another list."""
    return [a % b for a, b in zip(left, right, strict=False)]
