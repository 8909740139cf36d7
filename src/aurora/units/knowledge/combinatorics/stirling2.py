"""Number of ways to divide labelled things into a number of groups that are not empty.

Stirling number of the second kind: S(n, k) = k S(n - 1, k) + S(n - 1, k - 1).
"""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="stirling second kind partition set into k nonempty subsets groups",
    examples=[Example((4, 2), 7), Example((0, 0), 1), Example((2, 3), 0)],
    holds=lambda things, groups, ret: (ret == 0) == (groups > things or (groups == 0 and things > 0)),
)
def stirling2(things: Nat, groups: Nat) -> int:
    """Number of ways to divide labelled things into a number of groups that are not empty."""
    if things < 0 or groups < 0:
        raise ValueError("things and groups must not be negative")
    signed: int = sum(
        (-math.comb(groups, size) if (groups - size) % 2 else math.comb(groups, size)) * size**things
        for size in range(groups + 1)
    )
    return signed // math.factorial(groups)
