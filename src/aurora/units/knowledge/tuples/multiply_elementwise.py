"""The products of the numbers at the same places of two lists, up to the end of the shorter one."""

from aurora.contracts.component import Example, N, component


@component(
    words="multiply two lists tuples element by element hadamard",
    examples=[Example(([5, 2], [3, 4]), [15, 8]), Example(([1, 2], [7]), [7]), Example(([], []), [])],
    holds=lambda one, other, ret: len(ret) == min(len(one), len(other)),
)
def multiply_elementwise(one: list[N], other: list[N]) -> list[N]:
    """The products of the numbers at the same places of two lists, up to the end of the shorter one."""
    return [a * b for a, b in zip(one, other, strict=False)]
