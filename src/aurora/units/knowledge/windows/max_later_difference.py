"""The largest difference of a number from one before it."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="maximum difference later minus earlier element larger after smaller",
    examples=[Example(([2, 3, 10, 6, 4, 8],), 8), Example(([5, 3],), -2), Example(([1, 1],), 0)],
    holds=lambda numbers, ret: ret >= numbers[-1] - numbers[0],
)
def max_later_difference(numbers: list[int]) -> int:
    """The largest difference of a number from one before it."""
    if len(numbers) < 2:
        raise ValueError("two numbers are needed")
    lowest = itertools.accumulate(numbers, min)
    return max(number - low for number, low in zip(numbers[1:], lowest, strict=False))
