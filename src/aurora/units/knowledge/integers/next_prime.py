"""The least prime that is greater than an integer."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="following prime number after larger than upcoming",
    examples=[Example((7,), 11), Example((13,), 17), Example((-5,), 2)],
    holds=lambda number, ret: ret > number and ret > 1 and all(ret % d for d in range(2, math.isqrt(ret) + 1)),
)
def next_prime(number: int) -> Positive:
    """The least prime that is greater than an integer."""
    candidate = max(number + 1, 2)
    while any(candidate % divisor == 0 for divisor in range(2, math.isqrt(candidate) + 1)):
        candidate += 1
    return candidate
