"""How many of 1..n have no common divisor with n but 1 (Euler's phi); raises ValueError below 1."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="euler phi function count coprime relatively prime numbers",
    examples=[Example((9,), 6), Example((7,), 6), Example((1,), 1)],
    holds=lambda n, ret: ret == sum(math.gcd(k, n) == 1 for k in range(1, n + 1)),
)
def totient(n: Positive) -> Positive:
    """How many of 1..n have no common divisor with n but 1 (Euler's phi); raises ValueError below 1."""
    if n < 1:
        raise ValueError("the totient is defined from 1 on")
    count, rest, divisor = n, n, 2
    while divisor * divisor <= rest:
        if rest % divisor == 0:
            count -= count // divisor
            while rest % divisor == 0:
                rest //= divisor
        divisor += 1
    return count - count // rest if rest > 1 else count
