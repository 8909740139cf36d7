"""Whether a number is a square modulo an odd prime: 1, or -1 if not, or 0 when the prime divides it.

Euler's criterion.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="legendre symbol quadratic residue square modulo prime",
    examples=[Example((2, 7), 1), Example((3, 7), -1), Example((14, 7), 0)],
    holds=lambda number, prime, ret: ret in (-1, 0, 1) and (ret == 0) == (number % prime == 0),
)
def legendre_symbol(number: int, prime: int) -> int:
    """Whether a number is a square modulo an odd prime: 1, or -1 if not, or 0 when the prime divides it."""
    if prime < 3 or any(prime % d == 0 for d in range(2, math.isqrt(prime) + 1)):
        raise ValueError("an odd prime is needed")
    symbol = pow(number, (prime - 1) // 2, prime)
    return -1 if symbol == prime - 1 else symbol
