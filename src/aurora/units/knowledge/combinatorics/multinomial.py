"""Number of ways to divide labelled things into groups of these sizes."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="multinomial coefficient arrangements groups sizes ways divide",
    examples=[Example(([2, 1, 1],), 12), Example(([],), 1), Example(([4],), 1)],
    holds=lambda sizes, ret: ret >= 1 and (len(sizes) != 2 or ret == math.comb(sum(sizes), sizes[0])),
)
def multinomial(sizes: list[Nat]) -> int:
    """Number of ways to divide labelled things into groups of these sizes."""
    return math.factorial(sum(sizes)) // math.prod(math.factorial(size) for size in sizes)
