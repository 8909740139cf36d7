"""The Catalan number: ways to nest brackets, binary trees, triangulations."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="catalan number nth brackets parentheses binary trees triangulations",
    examples=[Example((5,), 42), Example((0,), 1), Example((1,), 1)],
    holds=lambda n, ret: ret * (n + 1) == math.comb(2 * n, n),
)
def catalan(n: Nat) -> int:
    """The Catalan number: ways to nest brackets, binary trees, triangulations."""
    return math.comb(2 * n, n) // (n + 1)
