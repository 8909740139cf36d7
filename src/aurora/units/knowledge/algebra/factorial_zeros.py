"""Number of zeros at the end of a factorial.

Legendre 1808: how often 5 divides it.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="trailing zeros factorial count end",
    examples=[Example((10,), 2), Example((4,), 0), Example((100,), 24)],
    holds=lambda n, ret: n // 5 <= ret <= n // 4,
)
def factorial_zeros(n: Nat) -> int:
    """Number of zeros at the end of a factorial."""
    zeros = 0
    while n >= 5:
        n //= 5
        zeros += n
    return zeros
