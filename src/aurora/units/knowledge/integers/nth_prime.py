"""The n-th prime, the first being 2; raises ValueError below 1."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="prime number at position kth prime",
    examples=[Example((1,), 2), Example((6,), 13), Example((10,), 29)],
    holds=lambda n, ret: ret >= n + 1 and all(ret % d for d in range(2, math.isqrt(ret) + 1)),
)
def nth_prime(n: Positive) -> Positive:
    """The n-th prime, the first being 2; raises ValueError below 1."""
    if n < 1:
        raise ValueError("primes are counted from 1")
    primes: list[int] = []
    candidate = 2
    while len(primes) < n:
        if all(candidate % divisor for divisor in range(2, math.isqrt(candidate) + 1)):
            primes.append(candidate)
        candidate += 1
    return primes[-1]
