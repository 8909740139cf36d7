"""The largest sum of `size` neighbours."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="maximum sum subarray of size k window largest consecutive elements",
    examples=[Example(([2, 1, 5, 1, 3, 2], 3), 9), Example(([4], 1), 4), Example(([-1, -2], 2), -3)],
    holds=lambda numbers, size, ret: sum(numbers[:size]) <= ret and sum(numbers[-size:]) <= ret,
)
def max_window_sum(numbers: list[int], size: Positive) -> int:
    """The largest sum of `size` neighbours."""
    if not 1 <= size <= len(numbers):
        raise ValueError("the window must fit the numbers")
    inside = best = sum(numbers[:size])
    for leaving, coming in zip(numbers, numbers[size:], strict=False):
        inside += coming - leaving
        best = max(best, inside)
    return best
