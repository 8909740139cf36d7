"""The binomial coefficient modulo a prime, quickly for large numbers.

Lucas 1878: the product of the coefficients of the digits in base p.
"""

import math

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="lucas theorem binomial coefficient modulo prime large",
    examples=[Example((9, 4, 11), 5), Example((1000, 300, 2), 0), Example((7, 0, 5), 1)],
    holds=lambda _n, _k, prime, ret: 0 <= ret < prime,
)
def lucas_binomial(n: Nat, k: Nat, prime: Positive) -> int:
    """The binomial coefficient modulo a prime, quickly for large numbers."""
    if n < 0 or k < 0 or prime < 2:
        raise ValueError("n and k must not be negative and the modulus must be a prime")
    coefficient = 1
    while n or k:
        n, digit = divmod(n, prime)
        k, other = divmod(k, prime)
        coefficient = coefficient * math.comb(digit, other) % prime
    return coefficient
