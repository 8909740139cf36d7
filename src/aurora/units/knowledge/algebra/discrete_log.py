"""The least exponent, not negative, with which a base gives a value modulo a number; None when there is none.

Baby steps and giant steps, Shanks 1971.
"""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="discrete logarithm exponent modulo baby step giant step",
    examples=[Example((2, 9, 11), 6), Example((3, 1, 7), 0), Example((4, 2, 5), None)],
    holds=lambda base, value, modulus, ret: ret is None or pow(base, ret, modulus) == value % modulus,
)
def discrete_log(base: int, value: int, modulus: Positive) -> int | None:
    """The least exponent with which a base gives a value, or None; raises `ValueError` for a base without inverse."""
    if math.gcd(base, modulus) != 1:
        raise ValueError("the base and the modulus have a common divisor")
    width = math.isqrt(modulus) + 1
    steps: dict[int, int] = {}
    power = 1 % modulus
    for step in range(width):
        steps.setdefault(power, step)
        power = power * base % modulus
    back = pow(base, -width, modulus)
    target = value % modulus
    for giant in range(width):
        if target in steps:
            return giant * width + steps[target]
        target = target * back % modulus
    return None
