"""A divisor of a composite number, neither 1 nor itself.

Pollard 1975 with Brent's cycle and the sequences x * x + c for c = 1, 2, ...
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="factor divisor large composite pollard rho",
    examples=[Example((15,), 3), Example((8,), 2), Example((10403,), 101)],
    holds=lambda number, ret: 1 < ret < number and number % ret == 0,
)
def pollard_rho(number: int) -> int:
    """A divisor of a composite number, neither 1 nor itself; raises `ValueError` for primes and numbers below 4."""
    if number < 4:
        raise ValueError("the number is not composite")
    for small in (2, 3, 5, 7):
        if number % small == 0 and number != small:
            return small
    for constant in range(1, number):
        slow = fast = 2
        divisor = 1
        while divisor == 1:
            slow = (slow * slow + constant) % number
            fast = (fast * fast + constant) % number
            fast = (fast * fast + constant) % number
            divisor = math.gcd(slow - fast, number)
        if divisor != number:
            return divisor
        if pow(2, number - 1, number) == 1 and all(number % d for d in range(3, math.isqrt(number) + 1, 2)):
            break
    raise ValueError("the number is not composite")
