"""The k-th greatest of the different elements of a list; raises IndexError when there is none."""

from aurora.contracts.component import C, Example, NonEmpty, Positive, component


@component(
    words="second largest distinct unique third maximum runner up ignoring duplicates",
    examples=[Example(([5, 5, 3, 1], 2), 3), Example(([2], 1), 2), Example((["a", "b"], 2), "a")],
    holds=lambda values, k, ret: len({value for value in values if ret < value}) == k - 1 and ret in values,
)
def kth_distinct_largest(values: NonEmpty[C], k: Positive) -> C:
    """The k-th greatest of the different elements of a list; raises IndexError when there is none."""
    if k < 1:
        raise IndexError("k is counted from 1")
    return sorted(set(values), reverse=True)[k - 1]
