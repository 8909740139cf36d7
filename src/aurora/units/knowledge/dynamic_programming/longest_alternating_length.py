"""Length of the longest subsequence whose neighbours go up and down in turn."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="longest zigzag wiggle alternating subsequence length up down",
    examples=[Example(([1, 17, 5, 10, 13, 15, 10, 5, 16, 8],), 7), Example(([2, 2],), 1), Example(([],), 0)],
    holds=lambda numbers, ret: bool(numbers) <= ret <= len(numbers),
)
def longest_alternating_length(numbers: list[C]) -> int:
    """Length of the longest subsequence whose neighbours go up and down in turn."""
    if not numbers:
        return 0
    up = down = 1
    for before, number in itertools.pairwise(numbers):
        if number > before:
            up = down + 1
        elif number < before:
            down = up + 1
    return max(up, down)
