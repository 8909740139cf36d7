"""Fewest scalar multiplications for a product of matrices of sizes d0 x d1, d1 x d2, ...

Godbole 1973, cubic time.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="matrix chain multiplication order minimum cost parentheses dimensions",
    examples=[Example(([40, 20, 30, 10, 30],), 26000), Example(([10, 20],), 0), Example(([10, 20, 30],), 6000)],
    holds=lambda sizes, ret: ret >= 0 and (len(sizes) != 3 or ret == math.prod(sizes)),
)
def matrix_chain(sizes: list[int]) -> int:
    """Fewest scalar multiplications for a product of matrices of sizes d0 x d1, d1 x d2, ..."""
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError("at least two positive sizes are needed")
    cost: dict[tuple[int, int], int] = {}
    for start in range(len(sizes) - 2, -1, -1):
        cost[start, start + 1] = 0
        for stop in range(start + 2, len(sizes)):
            cost[start, stop] = min(
                cost[start, middle] + cost[middle, stop] + sizes[start] * sizes[middle] * sizes[stop]
                for middle in range(start + 1, stop)
            )
    return cost[0, len(sizes) - 1]
