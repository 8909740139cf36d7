"""Fewest sweets for children in a row, at least one each, more than a neighbour for a better rating.

One pass from each side.
"""

from aurora.contracts.component import Example, component


@component(
    words="candy distribution ratings children neighbours minimum",
    examples=[Example(([1, 0, 2],), 5), Example(([1, 2, 2],), 4), Example(([],), 0)],
    holds=lambda ratings, ret: len(ratings) <= ret <= len(ratings) * (len(ratings) + 1) // 2,
)
def candy_shares(ratings: list[int]) -> int:
    """Fewest sweets for children in a row, at least one each, more than a neighbour for a better rating."""

    def rises(values: list[int]) -> list[int]:
        shares: list[int] = []
        for place, value in enumerate(values):
            shares.append(shares[-1] + 1 if place and value > values[place - 1] else 1)
        return shares

    from_left, from_right = rises(ratings), rises(ratings[::-1])[::-1]
    return sum(map(max, from_left, from_right))
