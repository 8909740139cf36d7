"""Largest product of three of the numbers at different places."""

from aurora.contracts.component import Example, component


@component(
    words="maximum largest product of three numbers triple triplet in list",
    examples=[Example(([1, 2, 3, 4],), 24), Example(([-10, -9, 1, 2],), 180), Example(([1, 1, 1],), 1)],
    holds=lambda numbers, ret: ret >= numbers[0] * numbers[1] * numbers[2],
)
def max_triple_product(numbers: list[int]) -> int:
    """Largest product of three of the numbers at different places."""
    ordered = sorted(numbers)
    return max(ordered[0] * ordered[1] * ordered[-1], ordered[-1] * ordered[-2] * ordered[-3])
