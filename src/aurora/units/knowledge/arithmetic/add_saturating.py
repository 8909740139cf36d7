"""The sum of two numbers, kept within limits."""

from aurora.contracts.component import Example, N, component


@component(
    words="saturating addition safe add capped overflow bounded",
    examples=[Example((5, 7, 0, 10), 10), Example((2, 3, 0, 10), 5), Example((-5, 1, 0, 10), 0)],
    holds=lambda _a, _b, low, high, ret: low > high or low <= ret <= high,
    cost=2.0,
)
def add_saturating(a: N, b: N, low: N, high: N) -> N:
    """The sum of two numbers, kept within limits."""
    return max(low, min(a + b, high))
