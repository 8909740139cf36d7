"""The least number whose powers give all numbers below a prime."""

import math

from aurora.contracts.component import Example, component


@component(
    words="primitive root generator modulo prime",
    examples=[Example((7,), 3), Example((2,), 1), Example((23,), 5)],
    holds=lambda prime, ret: 1 <= ret < prime and pow(ret, prime - 1, prime) == 1,
)
def primitive_root(prime: int) -> int:
    """The least number whose powers give all numbers below a prime."""
    if prime < 2 or any(prime % d == 0 for d in range(2, math.isqrt(prime) + 1)):
        raise ValueError("the number is not prime")
    divisors = []
    rest, divisor = prime - 1, 2
    while rest > 1:
        if divisor * divisor > rest:
            divisor = rest
        if rest % divisor == 0:
            divisors.append(divisor)
        while rest % divisor == 0:
            rest //= divisor
        divisor += 1
    return next(
        root for root in range(1, prime) if all(pow(root, (prime - 1) // divisor, prime) != 1 for divisor in divisors)
    )
