"""The sums of the numbers at the same places of two lists, up to the end of the shorter one."""

from aurora.contracts.component import Example, N, component


@component(
    words="vector addition add two lists tuples element by element",
    examples=[Example(([1, 2], [3, 4]), [4, 6]), Example(([1, 2], [5]), [6]), Example(([], []), [])],
    holds=lambda one, other, ret: len(ret) == min(len(one), len(other)),
)
def add_elementwise(one: list[N], other: list[N]) -> list[N]:
    """The sums of the numbers at the same places of two lists, up to the end of the shorter one."""
    return [a + b for a, b in zip(one, other, strict=False)]
