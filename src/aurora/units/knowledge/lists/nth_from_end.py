"""The n-th element of a list counted from its end, 1 being the last; raises IndexError when there is none."""

from aurora.contracts.component import Example, NonEmpty, Positive, T, component


@component(
    words="kth element from the end back second last",
    examples=[Example(([1, 2, 3], 1), 3), Example(([1, 2, 3], 3), 1), Example((["a"], 1), "a")],
    holds=lambda values, n, ret: values[len(values) - n] == ret,
)
def nth_from_end(values: NonEmpty[T], n: Positive) -> T:
    """The n-th element of a list counted from its end, 1 being the last; raises IndexError when there is none."""
    if not 1 <= n <= len(values):
        raise IndexError("n must be between 1 and the length of the list")
    return values[-n]
