"""Size of the largest subset in which of any two numbers one divides the other."""

from aurora.contracts.component import Example, component


@component(
    words="largest divisible subset size chain divides pairs",
    examples=[Example(([1, 3, 6, 13, 17, 18],), 4), Example(([4, 6, 9],), 1), Example(([],), 0)],
    holds=lambda numbers, ret: bool(numbers) <= ret <= len(numbers),
)
def longest_subset_chain(numbers: list[int]) -> int:
    """Size of the largest subset in which of any two numbers one divides the other."""
    if any(number <= 0 for number in numbers):
        raise ValueError("numbers must be positive")
    ordered = sorted(numbers)
    longest: list[int] = []
    for index, number in enumerate(ordered):
        parts = (longest[earlier] for earlier in range(index) if number % ordered[earlier] == 0)
        longest.append(1 + max(parts, default=0))
    return max(longest, default=0)
