"""The first rows of Pascal's triangle."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="pascal triangle rows binomial coefficients",
    examples=[Example((3,), [[1], [1, 1], [1, 2, 1]]), Example((0,), []), Example((1,), [[1]])],
    holds=lambda rows, ret: [sum(row) for row in ret] == [2**number for number in range(rows)],
)
def pascal_triangle(rows: Nat) -> list[list[int]]:
    """The first rows of Pascal's triangle."""
    return [[math.comb(number, place) for place in range(number + 1)] for number in range(rows)]
