"""Nth Cullen number, n * 2**n + 1: 1, 3, 9, 25, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="cullen number nth",
    examples=[Example((0,), 1), Example((3,), 25), Example((4,), 65)],
    holds=lambda n, ret: ret >= 1 and (ret - 1) % (2**n) == 0,
)
def cullen_number(n: Nat) -> int:
    """Nth Cullen number, n * 2**n + 1: 1, 3, 9, 25, ..."""
    return (n << n) + 1
