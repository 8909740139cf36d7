"""Number of places in which two sequences of the same length differ.

Hamming 1950.
"""

from aurora.contracts.component import Example, component


@component(
    words="hamming distance different positions characters same length mismatches",
    examples=[Example(("karolin", "kathrin"), 3), Example(("", ""), 0), Example(("a", "a"), 0)],
    holds=lambda first, second, ret: (ret == 0) == (first == second),
)
def hamming_distance(first: str, second: str) -> int:
    """Number of places in which two sequences of the same length differ."""
    return sum(a != b for a, b in zip(first, second, strict=True))
