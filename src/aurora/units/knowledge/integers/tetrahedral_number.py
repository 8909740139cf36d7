"""Nth tetrahedral number, the sum of the first n triangular ones: 0, 1, 4, 10, 20, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="tetrahedral pyramidal triangular balls number nth",
    examples=[Example((0,), 0), Example((3,), 10), Example((5,), 35)],
    holds=lambda n, ret: 6 * ret == n * (n + 1) * (n + 2),
)
def tetrahedral_number(n: Nat) -> int:
    """Nth tetrahedral number, the sum of the first n triangular ones: 0, 1, 4, 10, 20, ..."""
    return n * (n + 1) * (n + 2) // 6
