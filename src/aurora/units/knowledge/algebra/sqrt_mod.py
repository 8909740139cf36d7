"""The least square root of a number modulo an odd prime; None when there is none.

Tonelli 1891, Shanks 1973.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="modular square root tonelli shanks quadratic residue",
    examples=[Example((2, 7), 3), Example((3, 7), None), Example((0, 5), 0)],
    holds=lambda number, prime, ret: ret is None or (ret * ret - number) % prime == 0,
)
def sqrt_mod(number: int, prime: int) -> int | None:
    """The least square root of a number modulo an odd prime; None when there is none."""
    if prime < 3 or any(prime % d == 0 for d in range(2, math.isqrt(prime) + 1)):
        raise ValueError("an odd prime is needed")
    number %= prime
    if number == 0 or pow(number, (prime - 1) // 2, prime) != 1:
        return None if number else 0
    twos = (prime - 1 & 1 - prime).bit_length() - 1
    odd = prime - 1 >> twos
    other = next(n for n in range(2, prime + 1) if pow(n, (prime - 1) // 2, prime) != 1)
    factor, power, root = pow(other, odd, prime), pow(number, odd, prime), pow(number, (odd + 1) // 2, prime)
    while power != 1:
        order, square = 0, power
        while square != 1:
            order, square = order + 1, square * square % prime
        step = pow(factor, 1 << twos - order - 1, prime)
        twos, factor = order, step * step % prime
        power, root = power * factor % prime, root * step % prime
    return min(root, prime - root)
