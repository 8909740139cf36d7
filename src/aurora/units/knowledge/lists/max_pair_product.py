"""Largest product of two of the numbers at different places."""

from aurora.contracts.component import Example, component


@component(
    words="maximum largest product of two numbers pair in list",
    examples=[Example(([3, 9, 4],), 36), Example(([-10, -9, 1],), 90), Example(([2, 0],), 0)],
    holds=lambda numbers, ret: ret >= numbers[0] * numbers[1],
)
def max_pair_product(numbers: list[int]) -> int:
    """Largest product of two of the numbers at different places."""
    ordered = sorted(numbers)
    return max(ordered[0] * ordered[1], ordered[-1] * ordered[-2])
