"""How many zeros end the decimal digits of n factorial (Legendre); raises ValueError below 0."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="trailing zeros factorial count zeroes at end",
    examples=[Example((10,), 2), Example((25,), 6), Example((4,), 0)],
    holds=lambda n, ret: ret <= n // 4 and (ret == 0) == (n < 5),
)
def factorial_trailing_zeros(n: Nat) -> Nat:
    """How many zeros end the decimal digits of n factorial (Legendre); raises ValueError below 0."""
    if n < 0:
        raise ValueError("n must not be negative")
    zeros = 0
    while n:
        n //= 5
        zeros += n
    return zeros
