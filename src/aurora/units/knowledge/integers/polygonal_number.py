"""The n-th figurate number of a polygon with that many sides."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="figurate pentagonal hexagonal octagonal decagonal square triangular number",
    examples=[Example((5, 3), 12), Example((6, 4), 28), Example((3, 0), 0)],
    holds=lambda sides, n, ret: ret >= 0 and (sides != 4 or ret == n * n),
)
def polygonal_number(sides: Positive, n: Nat) -> Nat:
    """The n-th figurate number of a polygon with that many sides.

    Raises ValueError below 3 sides or for a negative n.
    """
    if sides < 3 or n < 0:
        raise ValueError("a polygon has at least 3 sides, and n must not be negative")
    return ((sides - 2) * n * n - (sides - 4) * n) // 2
