"""Number of ways to choose `size` of `count` kinds of things, each kind as often as wanted."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="multichoose combinations with repetition stars and bars number of ways",
    examples=[Example((3, 2), 6), Example((0, 0), 1), Example((1, 9), 1)],
    holds=lambda count, size, ret: size != 1 or ret == count,
)
def multichoose(count: Nat, size: Nat) -> int:
    """Number of ways to choose `size` of `count` kinds of things, each kind as often as wanted."""
    return math.comb(count + size - 1, size) if count else int(size == 0)
