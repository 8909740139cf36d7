"""All primes up to and including a limit, ascending, by the sieve of Eratosthenes."""

import math

from aurora.contracts.component import Example, Sorted, component


@component(
    words="sieve eratosthenes list prime numbers below under until limit",
    examples=[Example((10,), [2, 3, 5, 7]), Example((2,), [2]), Example((1,), [])],
    holds=lambda limit, ret: (
        all(prime <= limit for prime in ret) and (limit < 2 or ret[0] == 2) and ret == sorted(set(ret))
    ),
)
def primes_upto(limit: int) -> Sorted[int]:
    """All primes up to and including a limit, ascending, by the sieve of Eratosthenes."""
    unmarked = [True] * (limit + 1)
    for number in range(2, math.isqrt(max(limit, 0)) + 1):
        if unmarked[number]:
            for multiple in range(number * number, limit + 1, number):
                unmarked[multiple] = False
    return [number for number in range(2, limit + 1) if unmarked[number]]
