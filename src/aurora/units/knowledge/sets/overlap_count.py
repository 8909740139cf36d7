"""How many different values two lists have in common."""

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="number of common elements size of intersection matches",
    examples=[Example(([1, 2, 3], [2, 3, 3]), 2), Example(([1], [2]), 0), Example(([], []), 0)],
    holds=lambda one, other, ret: 0 <= ret <= min(len(one), len(other)),
)
def overlap_count(one: list[K], other: list[K]) -> Nat:
    """How many different values two lists have in common."""
    return len(set(one) & set(other))
