"""A place of a list whose element is not less than its neighbours, by bisection; raises ValueError when empty."""

from aurora.contracts.component import C, Example, Nat, NonEmpty, component


@component(
    words="peak element local maximum mountain hill top",
    examples=[Example(([1, 3, 2],), 1), Example(([1, 2, 3],), 2), Example(([5],), 0)],
    holds=lambda values, ret: not any(values[ret] < other for other in values[max(ret - 1, 0) : ret + 2]),
)
def peak(values: NonEmpty[C]) -> Nat:
    """A place of a list whose element is not less than its neighbours, by bisection; raises ValueError when empty."""
    if not values:
        raise ValueError("an empty list has no peak")
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if values[middle] < values[middle + 1]:
            low = middle + 1
        else:
            high = middle
    return low
