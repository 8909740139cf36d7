"""Number of numbers from 1 to n that have no common divisor with n but 1.

Euler 1763, by trial division.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="euler totient phi function coprime count relatively prime numbers",
    examples=[Example((10,), 4), Example((1,), 1), Example((13,), 12)],
    holds=lambda n, ret: 1 <= ret <= n and (n < 3 or ret % 2 == 0),
)
def euler_phi(n: Positive) -> int:
    """Number of numbers from 1 to n that have no common divisor with n but 1."""
    if n < 1:
        raise ValueError("n must be positive")
    count, rest, divisor = n, n, 2
    while divisor * divisor <= rest:
        if rest % divisor == 0:
            count -= count // divisor
            while rest % divisor == 0:
                rest //= divisor
        divisor += 1
    return count - count // rest if rest > 1 else count
