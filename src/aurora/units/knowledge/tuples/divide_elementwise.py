"""Quotient of each number by the one at its place in another list."""

from aurora.contracts.component import Example, component


@component(
    words="divide two lists tuples elementwise corresponding quotient",
    examples=[
        Example(
            (
                [4, 5],
                [2, 2],
            ),
            [2.0, 2.5],
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
                [3],
                [3],
            ),
            [1.0],
        ),
    ],
    holds=lambda left, right, ret: len(ret) == min(len(left), len(right)),
)
def divide_elementwise(left: list[float], right: list[float]) -> list[float]:
    """Quotient of each number by the one at its place in another list."""
    return [a / b for a, b in zip(left, right, strict=False)]
