"""The k-th greatest element of a list, 1 being the greatest; raises IndexError when there is none."""

from aurora.contracts.component import C, Example, NonEmpty, Positive, component


@component(
    words="kth largest order statistic nth maximum second highest",
    examples=[Example(([3, 1, 2], 2), 2), Example(([5, 5, 4], 2), 5), Example((["b"], 1), "b")],
    holds=lambda values, k, ret: sum(ret < value for value in values) < k <= sum(not value < ret for value in values),
)
def kth_largest(values: NonEmpty[C], k: Positive) -> C:
    """The k-th greatest element of a list, 1 being the greatest; raises IndexError when there is none."""
    if k < 1:
        raise IndexError("k is counted from 1")
    return sorted(values, reverse=True)[k - 1]
