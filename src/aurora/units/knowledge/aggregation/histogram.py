"""How many numbers fall into each bin of a width, as start of the bin -> count, ascending; no empty bins."""

import collections

from aurora.contracts.component import Example, Positive, component


@component(
    words="bins buckets distribution count per interval",
    examples=[Example(([1, 2, 11, 25], 10), {0: 2, 10: 1, 20: 1}), Example(([-1], 5), {-5: 1}), Example(([], 5), {})],
    holds=lambda numbers, width, ret: (
        sum(ret.values()) == len(numbers) and list(ret) == sorted(ret) and all(start % width == 0 for start in ret)
    ),
)
def histogram(numbers: list[int], width: Positive) -> dict[int, int]:
    """How many numbers fall into each bin of a width, as start of the bin -> count, ascending; no empty bins.

    Raises ValueError for a width below 1.
    """
    if width < 1:
        raise ValueError("the width must be at least 1")
    return dict(sorted(collections.Counter(number // width * width for number in numbers).items()))
