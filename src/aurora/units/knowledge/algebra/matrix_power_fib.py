"""The Fibonacci number at a place, F(0) = 0 and F(1) = 1, in a logarithmic number of steps.

Fast doubling: F(2k) = F(k) (2 F(k + 1) - F(k)), F(2k + 1) = F(k)^2 + F(k + 1)^2.
"""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="fibonacci number nth fast doubling matrix power logarithmic",
    examples=[Example((10,), 55), Example((0,), 0), Example((1,), 1)],
    holds=lambda _n, ret: (
        math.isqrt(5 * ret * ret + 4) ** 2 == 5 * ret * ret + 4
        or math.isqrt(5 * ret * ret - 4) ** 2 == 5 * ret * ret - 4
    ),
)
def matrix_power_fib(n: Nat) -> int:
    """The Fibonacci number at a place, F(0) = 0 and F(1) = 1, in a logarithmic number of steps."""
    if n < 0:
        raise ValueError("the place must not be negative")
    here, following = 0, 1
    for bit in f"{n:b}":
        here, following = here * (2 * following - here), here * here + following * following
        if bit == "1":
            here, following = following, here + following
    return here
