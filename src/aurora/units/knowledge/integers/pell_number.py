"""Nth Pell number: 0, 1, 2, 5, 12, 29, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="pell sequence number nth",
    examples=[Example((0,), 0), Example((4,), 12), Example((7,), 169)],
    holds=lambda n, ret: ret >= n - (n == 0),
)
def pell_number(n: Nat) -> int:
    """Nth Pell number: 0, 1, 2, 5, 12, 29, ..."""
    current, following = 0, 1
    for _ in range(n):
        current, following = following, 2 * following + current
    return current
