"""Number of permutations of n things that leave exactly so many of them in their places."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="rencontres number partial derangements fixed points",
    examples=[
        Example(
            (
                7,
                2,
            ),
            924,
        ),
        Example(
            (
                3,
                0,
            ),
            2,
        ),
        Example(
            (
                3,
                1,
            ),
            3,
        ),
    ],
    holds=lambda n, fixed, ret: ret <= math.comb(n, fixed) * math.factorial(max(0, n - fixed)),
)
def rencontres_number(n: Nat, fixed: Nat) -> int:
    """Number of permutations of n things that leave exactly so many of them in their places."""
    moved, previous = 1, 0
    for count in range(1, n - fixed + 1):
        moved, previous = (count - 1) * (moved + previous), moved
    return math.comb(n, fixed) * moved
