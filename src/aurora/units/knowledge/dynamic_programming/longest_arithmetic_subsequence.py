"""Length of the longest subsequence that is an arithmetic progression."""

from aurora.contracts.component import Example, component


@component(
    words="longest arithmetic progression subsequence equal differences length",
    examples=[Example(([9, 4, 7, 2, 10],), 3), Example(([5],), 1), Example(([],), 0)],
    holds=lambda numbers, ret: min(len(numbers), 2) <= ret <= len(numbers),
)
def longest_arithmetic_subsequence(numbers: list[int]) -> int:
    """Length of the longest subsequence that is an arithmetic progression."""
    longest: dict[tuple[int, int], int] = {}
    for index, number in enumerate(numbers):
        for earlier in range(index):
            step = number - numbers[earlier]
            longest[index, step] = longest.get((earlier, step), 1) + 1
    return max(longest.values(), default=len(numbers))
