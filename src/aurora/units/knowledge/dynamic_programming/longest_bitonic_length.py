"""Length of the longest subsequence that strictly rises, then strictly falls; either part may be absent."""

import bisect

from aurora.contracts.component import Example, component


@component(
    words="longest bitonic subsequence length increasing then decreasing mountain",
    examples=[Example(([2, 7, 3, 9, 6, 6, 4],), 5), Example(([5, 4, 3],), 3), Example(([],), 0)],
    holds=lambda numbers, ret: bool(numbers) <= ret <= len(numbers),
)
def longest_bitonic_length(numbers: list[int]) -> int:
    """Length of the longest subsequence that strictly rises, then strictly falls; either part may be absent."""

    def rising_to_each(values: list[int]) -> list[int]:
        tails: list[int] = []
        lengths = []
        for value in values:
            place = bisect.bisect_left(tails, value)
            tails[place : place + 1] = [value]
            lengths.append(place + 1)
        return lengths

    rising = rising_to_each(numbers)
    falling = rising_to_each(numbers[::-1])[::-1]
    return max((up + down - 1 for up, down in zip(rising, falling, strict=True)), default=0)
