"""The k-th least of the different elements of a list; raises IndexError when there is none."""

from aurora.contracts.component import C, Example, NonEmpty, Positive, component


@component(
    words="second smallest distinct unique third minimum ignoring duplicates",
    examples=[Example(([1, 1, 3, 5], 2), 3), Example(([2], 1), 2), Example((["a", "b"], 2), "b")],
    holds=lambda values, k, ret: len({value for value in values if value < ret}) == k - 1 and ret in values,
)
def kth_distinct_smallest(values: NonEmpty[C], k: Positive) -> C:
    """The k-th least of the different elements of a list; raises IndexError when there is none."""
    if k < 1:
        raise IndexError("k is counted from 1")
    return sorted(set(values))[k - 1]
