"""The n-th Fibonacci number, counted from fibonacci(0) = 0; raises ValueError below 0."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="fib sequence term sum of two previous golden rabbits",
    examples=[Example((10,), 55), Example((1,), 1), Example((0,), 0)],
    holds=lambda _n, ret: (
        math.isqrt(5 * ret * ret + 4) ** 2 == 5 * ret * ret + 4
        or math.isqrt(5 * ret * ret - 4) ** 2 == 5 * ret * ret - 4
    ),
)
def fibonacci(n: Nat) -> Nat:
    """The n-th Fibonacci number, counted from fibonacci(0) = 0; raises ValueError below 0."""
    if n < 0:
        raise ValueError("the sequence is counted from 0")
    current, following = 0, 1
    for _ in range(n):
        current, following = following, current + following
    return current
