"""The factorial of a number modulo another."""

import functools

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="factorial modulo remainder",
    examples=[Example((5, 7), 1), Example((0, 3), 1), Example((10, 6), 0)],
    holds=lambda n, modulus, ret: 0 <= ret < modulus and (n < modulus or ret == 0),
)
def factorial_mod(n: Nat, modulus: Positive) -> int:
    """The factorial of a number modulo another."""
    if n < 0 or modulus < 1:
        raise ValueError("n must not be negative and the modulus must be positive")
    return (
        functools.reduce(lambda product, k: product * k % modulus, range(2, n + 1), 1 % modulus) if n < modulus else 0
    )
