"""Zeros after additions of (first, last, amount) to all places from first to last.

A difference array: each addition changes two numbers, one running total at the end.
"""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="range updates additions difference array bulk increments flights bookings",
    examples=[
        Example((5, [(1, 3, 2), (2, 4, 3)]), [0, 2, 5, 5, 3]),
        Example((2, []), [0, 0]),
        Example((1, [(0, 0, -4)]), [-4]),
    ],
    holds=lambda _length, additions, ret: (
        sum(ret) == sum((last - first + 1) * amount for first, last, amount in additions)
    ),
)
def range_additions(length: Nat, additions: list[tuple[int, int, int]]) -> list[int]:
    """Zeros after additions of (first, last, amount) to all places from first to last."""
    if any(not 0 <= first <= last < length for first, last, _ in additions):
        raise IndexError("an addition is outside the places")
    changes = [0] * (length + 1)
    for first, last, amount in additions:
        changes[first] += amount
        changes[last + 1] -= amount
    return list(itertools.accumulate(changes[:length]))
