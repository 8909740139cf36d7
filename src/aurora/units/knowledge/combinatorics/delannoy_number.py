"""Number of ways between opposite corners of a grid with steps right, up and diagonally.

Delannoy 1895.
"""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="delannoy number lattice paths king diagonal steps grid",
    examples=[Example((3, 3), 63), Example((0, 4), 1), Example((1, 1), 3)],
    holds=lambda rows, columns, ret: ret >= math.comb(rows + columns, rows),
)
def delannoy_number(rows: Nat, columns: Nat) -> int:
    """Number of ways between opposite corners of a grid with steps right, up and diagonally."""
    return sum(math.comb(rows, k) * math.comb(columns, k) << k for k in range(min(rows, columns) + 1))
