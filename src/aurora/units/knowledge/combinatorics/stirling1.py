"""Number of arrangements of things in a number of cycles.

Unsigned Stirling number of the first kind: c(n, k) = (n - 1) c(n - 1, k) + c(n - 1, k - 1).
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="stirling first kind permutations with k cycles unsigned",
    examples=[Example((4, 2), 11), Example((0, 0), 1), Example((2, 3), 0)],
    holds=lambda things, cycles, ret: (ret == 0) == (cycles > things or (cycles == 0 and things > 0)),
)
def stirling1(things: Nat, cycles: Nat) -> int:
    """Number of arrangements of things in a number of cycles."""
    if things < 0 or cycles < 0:
        raise ValueError("things and cycles must not be negative")
    row = [1] + [0] * cycles
    for before in range(things):
        row = [before * row[0], *(before * row[k] + row[k - 1] for k in range(1, cycles + 1))]
    return row[cycles]
