"""In how many ways some of the numbers, each at most once, add up to a target; the empty choice adds up to 0."""

from aurora.contracts.component import Example, component


@component(
    words="subset sum count number of subsets with given sum ways",
    examples=[Example(([1, 2, 3, 3], 6), 3), Example(([5], 4), 0), Example(([], 0), 1)],
    holds=lambda numbers, target, ret: (1 if target == 0 else 0) <= ret <= 2 ** len(numbers),
)
def subset_sum_count(numbers: list[int], target: int) -> int:
    """In how many ways some of the numbers, each at most once, add up to a target; the empty choice adds up to 0."""
    ways = {0: 1}
    for number in numbers:
        grown = dict(ways)
        for total, count in ways.items():
            grown[total + number] = grown.get(total + number, 0) + count
        ways = grown
    return ways.get(target, 0)
