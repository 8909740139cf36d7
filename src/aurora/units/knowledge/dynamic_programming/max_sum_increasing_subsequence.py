"""Largest sum of a strictly increasing subsequence."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="maximum sum increasing subsequence largest total ascending order kept",
    examples=[Example(([1, 101, 2, 3, 100, 4, 5],), 106), Example(([3, 2, 1],), 3), Example(([-2, -5],), -2)],
    holds=lambda numbers, ret: max(numbers) <= ret <= max(*numbers, sum({number for number in numbers if number > 0})),
)
def max_sum_increasing_subsequence(numbers: NonEmpty[int]) -> int:
    """Largest sum of a strictly increasing subsequence."""
    if not numbers:
        raise ValueError("no numbers")
    best: list[int] = []
    for index, number in enumerate(numbers):
        smaller = (best[earlier] for earlier in range(index) if numbers[earlier] < number)
        best.append(number + max(0, max(smaller, default=0)))
    return max(best)
