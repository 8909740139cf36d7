"""Largest sum of a contiguous, non-empty part of a list whose end is joined to its start.

Kadane 1984 twice: the best part, or all but the worst part.
"""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="maximum circular subarray sum contiguous wrap around ring",
    examples=[Example(([8, -8, 9, -9, 10, -11, 12],), 22), Example(([-3, -2],), -2), Example(([5, -3, 5],), 10)],
    holds=lambda numbers, ret: max(*numbers, sum(numbers)) <= ret,
)
def max_circular_subarray(numbers: NonEmpty[int]) -> int:
    """Largest sum of a contiguous, non-empty part of a list whose end is joined to its start."""
    if not numbers:
        raise ValueError("no numbers")
    best = worst = numbers[0]
    high = low = 0
    for number in numbers:
        high = max(high + number, number)
        low = min(low + number, number)
        best, worst = max(best, high), min(worst, low)
    return best if best < 0 else max(best, sum(numbers) - worst)
