"""A row of Pascal's triangle, row 0 is [1]."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="pascal triangle row binomial coefficients nth",
    examples=[Example((4,), [1, 4, 6, 4, 1]), Example((0,), [1]), Example((1,), [1, 1])],
    holds=lambda number, ret: sum(ret) == 2**number and ret == ret[::-1],
)
def pascal_row(number: Nat) -> list[int]:
    """A row of Pascal's triangle, row 0 is [1]."""
    return [math.comb(number, place) for place in range(number + 1)]
