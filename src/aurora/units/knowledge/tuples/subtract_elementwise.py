"""The differences of the numbers at the same places of two lists, up to the end of the shorter one."""

from aurora.contracts.component import Example, N, component


@component(
    words="vector subtraction subtract two lists tuples element by element",
    examples=[Example(([5, 2], [3, 4]), [2, -2]), Example(([1, 2], [1]), [0]), Example(([], []), [])],
    holds=lambda one, other, ret: len(ret) == min(len(one), len(other)),
)
def subtract_elementwise(one: list[N], other: list[N]) -> list[N]:
    """The differences of the numbers at the same places of two lists, up to the end of the shorter one."""
    return [a - b for a, b in zip(one, other, strict=False)]
