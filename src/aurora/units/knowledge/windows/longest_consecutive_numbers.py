"""Length of the longest chain n, n + 1, n + 2, ... among the numbers, in any order."""

from aurora.contracts.component import Example, component


@component(
    words="longest consecutive sequence numbers unsorted chain",
    examples=[Example(([100, 4, 200, 1, 3, 2],), 4), Example(([],), 0), Example(([5, 5],), 1)],
    holds=lambda numbers, ret: bool(numbers) <= ret <= len(set(numbers)),
)
def longest_consecutive_numbers(numbers: list[int]) -> int:
    """Length of the longest chain n, n + 1, n + 2, ... among the numbers, in any order."""
    present = set(numbers)
    longest = 0
    for start in present:
        if start - 1 not in present:
            stop = start + 1
            while stop in present:
                stop += 1
            longest = max(longest, stop - start)
    return longest
