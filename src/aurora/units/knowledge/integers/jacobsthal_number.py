"""Nth Jacobsthal number: 0, 1, 1, 3, 5, 11, 21, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="jacobsthal sequence number nth",
    examples=[Example((0,), 0), Example((5,), 11), Example((13,), 2731)],
    holds=lambda n, ret: 3 * ret == 2**n - (-1) ** n,
)
def jacobsthal_number(n: Nat) -> int:
    """Nth Jacobsthal number: 0, 1, 1, 3, 5, 11, 21, ..."""
    return ((1 << n) + (1 if n % 2 else -1)) // 3
