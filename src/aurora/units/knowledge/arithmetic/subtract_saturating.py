"""The difference of two numbers, kept within limits."""

from aurora.contracts.component import Example, N, component


@component(
    words="saturating subtraction safe subtract minus capped bounded not below zero",
    examples=[Example((5, 7, 0, 10), 0), Example((9, 3, 0, 10), 6), Example((5, -9, 0, 10), 10)],
    holds=lambda _a, _b, low, high, ret: low > high or low <= ret <= high,
    cost=2.0,
)
def subtract_saturating(a: N, b: N, low: N, high: N) -> N:
    """The difference of two numbers, kept within limits."""
    return max(low, min(a - b, high))
