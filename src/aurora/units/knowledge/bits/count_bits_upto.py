"""Number of one bits of every number from 0 to n.

The number without its lowest bit is known already.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="counting bits list for each number 0 to n popcount",
    examples=[Example((5,), [0, 1, 1, 2, 1, 2]), Example((0,), [0]), Example((3,), [0, 1, 1, 2])],
    holds=lambda last, ret: ret[-1] == bin(last).count("1") and len(ret) == last + 1,
)
def count_bits_upto(last: Nat) -> list[int]:
    """Number of one bits of every number from 0 to n."""
    counts = [0]
    for number in range(1, last + 1):
        counts.append(counts[number >> 1] + (number & 1))
    return counts
