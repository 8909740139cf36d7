"""Largest sum of elements of which no two are neighbours; none may be taken."""

from aurora.contracts.component import Example, component


@component(
    words="maximum sum non-adjacent no two adjacent consecutive elements house robber",
    examples=[Example(([3, 2, 7, 10],), 13), Example(([-1],), 0), Example(([],), 0)],
    holds=lambda numbers, ret: max(0, sum(numbers[::2]), sum(numbers[1::2])) <= ret,
)
def max_nonadjacent_sum(numbers: list[int]) -> int:
    """Largest sum of elements of which no two are neighbours; none may be taken."""
    taken, skipped = 0, 0
    for number in numbers:
        taken, skipped = skipped + number, max(taken, skipped)
    return max(taken, skipped)
