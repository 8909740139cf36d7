"""Nth Perrin number: 3, 0, 2, 3, 2, 5, 5, 7, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="perrin sequence number nth",
    examples=[Example((0,), 3), Example((7,), 7), Example((9,), 12)],
    holds=lambda n, ret: 0 <= ret <= 3 * 2**n,
)
def perrin_number(n: Nat) -> int:
    """Nth Perrin number: 3, 0, 2, 3, 2, 5, 5, 7, ..."""
    a, b, c = 3, 0, 2
    for _ in range(n):
        a, b, c = b, c, a + b
    return a
