"""Each number to the power of the one at its place in another list."""

from aurora.contracts.component import Example, component


@component(
    words="power exponent raised two lists tuples elementwise corresponding bases",
    examples=[
        Example(
            (
                [2, 3],
                [3, 2],
            ),
            [8, 9],
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
                [0],
            ),
            [1],
        ),
    ],
    holds=lambda left, right, ret: len(ret) == min(len(left), len(right)),
)
def power_elementwise(left: list[int], right: list[int]) -> list[int]:
    """Each number to the power of the one at its place in another list."""
    return [a**b for a, b in zip(left, right, strict=False)]
