"""The place, from 0, that is left when of n in a circle every k-th goes; raises ValueError below 1."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="josephus problem last remaining circle elimination survivor",
    examples=[Example((7, 3), 3), Example((5, 2), 2), Example((1, 9), 0)],
    holds=lambda n, _k, ret: 0 <= ret < n,
)
def josephus_survivor(n: Positive, k: Positive) -> Nat:
    """The place, from 0, that is left when of n in a circle every k-th goes; raises ValueError below 1."""
    if n < 1 or k < 1:
        raise ValueError("n and k must be at least 1")
    place = 0
    for size in range(2, n + 1):
        place = (place + k) % size
    return place
