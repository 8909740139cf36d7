"""Number of ways to divide labelled things into a number of ordered lists that are not empty.

Lah 1954.
"""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="lah number ordered lists partition stirling third kind",
    examples=[Example((4, 2), 36), Example((0, 0), 1), Example((2, 3), 0)],
    holds=lambda things, lists, ret: (ret == 0) == (lists > things or (lists == 0 and things > 0)),
)
def lah_number(things: Nat, lists: Nat) -> int:
    """Number of ways to divide labelled things into a number of ordered lists that are not empty."""
    if lists == 0 or lists > things:
        return int(things == lists)
    return math.comb(things - 1, lists - 1) * math.factorial(things) // math.factorial(lists)
