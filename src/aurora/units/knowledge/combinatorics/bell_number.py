"""Number of ways to divide labelled things into groups.

Bell's triangle, Aitken 1933.
"""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="bell number ways to partition a set groups",
    examples=[Example((3,), 5), Example((0,), 1), Example((5,), 52)],
    holds=lambda things, ret: ret >= 2 ** max(0, things - 1),
)
def bell_number(things: Nat) -> int:
    """Number of ways to divide labelled things into groups."""
    if things < 0:
        raise ValueError("the number of things must not be negative")
    row = [1]
    for _ in range(things):
        row = list(itertools.accumulate(row, initial=row[-1]))
    return row[0]
