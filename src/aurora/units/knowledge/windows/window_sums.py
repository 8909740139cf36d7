"""The sum of each window of `size` neighbours."""

import itertools

from aurora.contracts.component import Example, Positive, component


@component(
    words="sliding window sums moving total consecutive k elements",
    examples=[Example(([1, 2, 3, 4], 2), [3, 5, 7]), Example(([1], 2), []), Example(([5, 6], 1), [5, 6])],
    holds=lambda numbers, size, ret: len(ret) == max(0, len(numbers) - size + 1),
)
def window_sums(numbers: list[int], size: Positive) -> list[int]:
    """The sum of each window of `size` neighbours."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    prefix = list(itertools.accumulate(numbers, initial=0))
    return [high - low for low, high in zip(prefix, prefix[size:], strict=False)]
