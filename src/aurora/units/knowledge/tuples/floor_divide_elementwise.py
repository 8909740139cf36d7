"""Whole quotient of each number by the one at its place in another list."""

from aurora.contracts.component import Example, component


@component(
    words="floor divide two lists tuples elementwise corresponding integer division",
    examples=[
        Example(
            (
                [4, 5],
                [2, 2],
            ),
            [2, 2],
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
            [2],
        ),
    ],
    holds=lambda left, right, ret: len(ret) == min(len(left), len(right)),
)
def floor_divide_elementwise(left: list[int], right: list[int]) -> list[int]:
    """Whole quotient of each number by the one at its place in another list."""
    return [a // b for a, b in zip(left, right, strict=False)]
