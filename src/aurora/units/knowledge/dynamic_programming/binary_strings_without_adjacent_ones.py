"""Number of texts of zeros and ones of a length in which no two ones are neighbours.

A Fibonacci number: the text ends with 0, or with 01.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="binary strings count without consecutive adjacent ones fibonacci",
    examples=[Example((3,), 5), Example((1,), 2), Example((0,), 1)],
    holds=lambda length, ret: length + 1 <= ret <= 2**length,
)
def binary_strings_without_adjacent_ones(length: Nat) -> int:
    """Number of texts of zeros and ones of a length in which no two ones are neighbours."""
    if length < 0:
        raise ValueError("the length must not be negative")
    ways, following = 1, 2
    for _ in range(length):
        ways, following = following, ways + following
    return ways
