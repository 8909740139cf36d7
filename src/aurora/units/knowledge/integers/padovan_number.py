"""Nth Padovan number: 1, 1, 1, 2, 2, 3, 4, 5, 7, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="padovan sequence number nth",
    examples=[Example((0,), 1), Example((8,), 7), Example((4,), 2)],
    holds=lambda n, ret: ret <= 2**n,
)
def padovan_number(n: Nat) -> int:
    """Nth Padovan number: 1, 1, 1, 2, 2, 3, 4, 5, 7, ..."""
    a, b, c = 1, 1, 1
    for _ in range(n):
        a, b, c = b, c, a + b
    return a
