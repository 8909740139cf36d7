"""Nth tribonacci number, each the sum of the three before it: 0, 0, 1, 1, 2, 4, 7, ..."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="tribonacci sequence number nth sum of three previous",
    examples=[Example((0,), 0), Example((6,), 7), Example((10,), 81)],
    holds=lambda n, ret: 0 <= ret <= 2**n,
)
def tribonacci_number(n: Nat) -> int:
    """Nth tribonacci number, each the sum of the three before it: 0, 0, 1, 1, 2, 4, 7, ..."""
    a, b, c = 0, 0, 1
    for _ in range(n):
        a, b, c = b, c, a + b + c
    return a
