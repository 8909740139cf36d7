"""All sums that subsets of the numbers have, ascending; the empty subset has 0."""

from aurora.contracts.component import Example, component


@component(
    words="all possible subset sums reachable totals distinct",
    examples=[Example(([1, 2, 4],), [0, 1, 2, 3, 4, 5, 6, 7]), Example(([3, 3],), [0, 3, 6]), Example(([],), [0])],
    holds=lambda numbers, ret: {0, sum(numbers), *numbers} <= set(ret) and ret == sorted(set(ret)),
)
def subset_sums(numbers: list[int]) -> list[int]:
    """All sums that subsets of the numbers have, ascending; the empty subset has 0."""
    sums = {0}
    for number in numbers:
        sums |= {total + number for total in sums}
    return sorted(sums)
