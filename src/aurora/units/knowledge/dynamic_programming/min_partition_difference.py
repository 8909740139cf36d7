"""Smallest difference between the sums of two groups into which the numbers can be divided."""

from aurora.contracts.component import Example, component


@component(
    words="minimum partition difference two subsets split balanced closest sums",
    examples=[Example(([1, 6, 11, 5],), 1), Example(([4],), 4), Example(([],), 0)],
    holds=lambda numbers, ret: 0 <= ret <= abs(sum(numbers)) and (ret - sum(numbers)) % 2 == 0,
)
def min_partition_difference(numbers: list[int]) -> int:
    """Smallest difference between the sums of two groups into which the numbers can be divided."""
    sums = {0}
    for number in numbers:
        sums |= {total + number for total in sums}
    return min(abs(sum(numbers) - 2 * part) for part in sums)
