"""Whether the numbers can be divided into two groups of equal sum."""

from aurora.contracts.component import Example, component


@component(
    words="partition equal subset sum split two halves same total",
    examples=[Example(([1, 5, 11, 5],), True), Example(([1, 2, 5],), False), Example(([],), True)],
    holds=lambda numbers, ret: not ret or sum(numbers) % 2 == 0,
)
def partition_equal(numbers: list[int]) -> bool:
    """Whether the numbers can be divided into two groups of equal sum."""
    sums = {0}
    for number in numbers:
        sums |= {total + number for total in sums}
    return sum(numbers) % 2 == 0 and sum(numbers) // 2 in sums
