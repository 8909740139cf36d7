"""The different pairs of numbers, the smaller first, that add up to a target, ascending.

Two pointers from the ends of the sorted numbers.
"""

from aurora.contracts.component import Example, component


@component(
    words="all pairs two numbers sum target unique list",
    examples=[
        Example(([1, 5, 7, -1, 5], 6), [(-1, 7), (1, 5)]),
        Example(([3], 6), []),
        Example(([2, 2, 2], 4), [(2, 2)]),
    ],
    holds=lambda numbers, target, ret: all(a + b == target and a in numbers and b in numbers for a, b in ret),
)
def pairs_with_sum(numbers: list[int], target: int) -> list[tuple[int, int]]:
    """The different pairs of numbers, the smaller first, that add up to a target, ascending."""
    ordered = sorted(numbers)
    low, high = 0, len(ordered) - 1
    pairs: list[tuple[int, int]] = []
    while low < high:
        total = ordered[low] + ordered[high]
        if total == target and (not pairs or pairs[-1][0] != ordered[low]):
            pairs.append((ordered[low], ordered[high]))
        if total <= target:
            low += 1
        else:
            high -= 1
    return pairs
