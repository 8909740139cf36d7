"""The different triples of numbers, each ascending, that add up to a target, ascending.

Two pointers for each first number, quadratic time.
"""

from aurora.contracts.component import Example, component


@component(
    words="three sum triplets add up to target zero unique",
    examples=[
        Example(([-1, 0, 1, 2, -1, -4], 0), [(-1, -1, 2), (-1, 0, 1)]),
        Example(([1, 2], 3), []),
        Example(([2, 2, 2, 2], 6), [(2, 2, 2)]),
    ],
    holds=lambda numbers, target, ret: all(sum(triple) == target and set(triple) <= set(numbers) for triple in ret),
)
def three_sum(numbers: list[int], target: int) -> list[tuple[int, int, int]]:
    """The different triples of numbers, each ascending, that add up to a target, ascending."""
    ordered = sorted(numbers)
    found = set()
    for first in range(len(ordered) - 2):
        low, high = first + 1, len(ordered) - 1
        while low < high:
            total = ordered[first] + ordered[low] + ordered[high]
            if total == target:
                found.add((ordered[first], ordered[low], ordered[high]))
            if total <= target:
                low += 1
            else:
                high -= 1
    return sorted(found)
