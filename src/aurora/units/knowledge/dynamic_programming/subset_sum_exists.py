"""Whether some of the numbers, each at most once, add up to a target.

The set of all reachable sums grows by one number at a time.
"""

from aurora.contracts.component import Example, component


@component(
    words="subset sum exists possible any subset adds up to target given total",
    examples=[Example(([3, 34, 4, 12, 5, 2], 9), True), Example(([2, 4], 5), False), Example(([], 0), True)],
    holds=lambda numbers, target, ret: ret or (target != 0 and target != sum(numbers) and target not in numbers),
)
def subset_sum_exists(numbers: list[int], target: int) -> bool:
    """Whether some of the numbers, each at most once, add up to a target."""
    sums = {0}
    for number in numbers:
        sums |= {total + number for total in sums}
    return target in sums
