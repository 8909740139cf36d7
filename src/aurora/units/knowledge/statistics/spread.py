"""The difference of the largest and the smallest number."""

from aurora.contracts.component import Example, N, NonEmpty, component


@component(
    words="range spread difference between maximum and minimum largest smallest",
    examples=[Example(([3, 9, 4],), 6), Example(([5],), 0), Example(([-1, 1],), 2)],
    holds=lambda numbers, ret: ret >= 0 and (ret == 0) == (min(numbers) == max(numbers)),
)
def spread(numbers: NonEmpty[N]) -> N:
    """The difference of the largest and the smallest number."""
    return max(numbers) - min(numbers)
