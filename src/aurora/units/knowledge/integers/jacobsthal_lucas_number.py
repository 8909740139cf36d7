"""Nth Jacobsthal-Lucas number: 2, 1, 5, 7, 17, 31, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="jacobsthal lucas sequence number nth",
    examples=[Example((0,), 2), Example((5,), 31), Example((2,), 5)],
    holds=lambda n, ret: abs(ret - 2**n) == 1,
)
def jacobsthal_lucas_number(n: Nat) -> int:
    """Nth Jacobsthal-Lucas number: 2, 1, 5, 7, 17, 31, ..."""
    return (1 << n) + (-1 if n % 2 else 1)
