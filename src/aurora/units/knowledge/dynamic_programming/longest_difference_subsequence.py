"""Length of the longest subsequence whose neighbours differ by exactly `step`."""

from aurora.contracts.component import Example, component


@component(
    words="longest arithmetic subsequence given difference step apart length",
    examples=[Example(([1, 5, 7, 8, 5, 3, 4, 2, 1], -2), 4), Example(([3, 3, 3], 0), 3), Example(([], 1), 0)],
    holds=lambda numbers, _step, ret: bool(numbers) <= ret <= len(numbers),
)
def longest_difference_subsequence(numbers: list[int], step: int) -> int:
    """Length of the longest subsequence whose neighbours differ by exactly `step`."""
    longest: dict[int, int] = {}
    for number in numbers:
        longest[number] = longest.get(number - step, 0) + 1
    return max(longest.values(), default=0)
