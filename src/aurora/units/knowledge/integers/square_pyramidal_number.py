"""Nth square pyramidal number, the sum of the first n squares: 0, 1, 5, 14, 30, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="square pyramidal cannonball number nth sum of squares",
    examples=[Example((0,), 0), Example((3,), 14), Example((4,), 30)],
    holds=lambda n, ret: ret >= n,
)
def square_pyramidal_number(n: Nat) -> int:
    """Nth square pyramidal number, the sum of the first n squares: 0, 1, 5, 14, 30, ..."""
    return n * (n + 1) * (2 * n + 1) // 6
