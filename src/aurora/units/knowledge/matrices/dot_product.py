"""The sum of the products of the numbers at equal places of two vectors."""

from aurora.contracts.component import Example, N, component


@component(
    words="dot product scalar inner vectors multiply corresponding elements and sum",
    examples=[Example(([1, 2, 3], [4, 5, 6]), 32), Example(([], []), 0), Example(([2], [-3]), -6)],
    holds=lambda left, right, ret: ret == 0 or (any(left) and any(right)),
)
def dot_product(left: list[N], right: list[N]) -> N:
    """The sum of the products of the numbers at equal places of two vectors."""
    return sum(a * b for a, b in zip(left, right, strict=True))
