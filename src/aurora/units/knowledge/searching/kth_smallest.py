"""The k-th least element of a list, 1 being the least; raises IndexError when there is none."""

from aurora.contracts.component import C, Example, NonEmpty, Positive, component


@component(
    words="kth smallest order statistic nth minimum second lowest",
    examples=[Example(([3, 1, 2], 2), 2), Example(([5, 5], 2), 5), Example((["b"], 1), "b")],
    holds=lambda values, k, ret: sum(value < ret for value in values) < k <= sum(not ret < value for value in values),
)
def kth_smallest(values: NonEmpty[C], k: Positive) -> C:
    """The k-th least element of a list, 1 being the least; raises IndexError when there is none."""
    if k < 1:
        raise IndexError("k is counted from 1")
    return sorted(values)[k - 1]
