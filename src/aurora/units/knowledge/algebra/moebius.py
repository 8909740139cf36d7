"""The Moebius function: 0 when a square above 1 divides n, else 1 or -1 for an even or odd number of prime divisors.

Moebius 1832.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="moebius mobius function square free prime factors sign",
    examples=[Example((6,), 1), Example((7,), -1), Example((12,), 0)],
    holds=lambda n, ret: ret in (-1, 0, 1) and (n % 4 != 0 or ret == 0),
)
def moebius(n: Positive) -> int:
    """The Moebius function: 0 when a square above 1 divides n, else 1 or -1 for an even or odd number of prime
    divisors.
    """
    if n < 1:
        raise ValueError("n must be positive")
    sign, divisor = 1, 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            n //= divisor
            sign = -sign
            if n % divisor == 0:
                return 0
        divisor += 1
    return -sign if n > 1 else sign
