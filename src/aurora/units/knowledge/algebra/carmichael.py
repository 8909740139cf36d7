"""The least positive exponent that gives 1 for all bases without a common divisor with n.

Carmichael 1910.
"""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="carmichael function lambda universal exponent reduced totient",
    examples=[Example((8,), 2), Example((1,), 1), Example((15,), 4)],
    holds=lambda n, ret: all(pow(base, ret, n) == 1 % n for base in (2, 3, 5) if math.gcd(base, n) == 1),
)
def carmichael(n: Positive) -> int:
    """The least positive exponent that gives 1 for all bases without a common divisor with n."""
    if n < 1:
        raise ValueError("n must be positive")
    exponent, rest, divisor = 1, n, 2
    while rest > 1:
        if divisor * divisor > rest:
            divisor = rest
        power = 1
        while rest % divisor == 0:
            rest //= divisor
            power *= divisor
        if power > 1:
            exact = power // divisor * (divisor - 1)
            exponent = math.lcm(exponent, exact // 2 if divisor == 2 and power > 4 else exact)
        divisor += 1
    return exponent
