"""Largest sum from the top of a triangle of numbers to its base, each step to one of the two numbers below.

From the base upwards; row i has i + 1 numbers.
"""

from aurora.contracts.component import Example, component


@component(
    words="triangle maximum path sum top to bottom pyramid adjacent number below",
    examples=[
        Example(([[3], [7, 4], [2, 4, 6], [8, 5, 9, 3]],), 23),
        Example(([[5]],), 5),
        Example(([[1], [2, 3]],), 4),
    ],
    holds=lambda triangle, ret: sum(row[0] for row in triangle) <= ret <= sum(max(row) for row in triangle),
)
def max_triangle_path(triangle: list[list[int]]) -> int:
    """Largest sum from the top of a triangle of numbers to its base, each step to one of the two numbers below."""
    if not triangle or any(len(row) <= number for number, row in enumerate(triangle)):
        raise ValueError("row i of a triangle has i + 1 numbers")
    best = triangle[-1]
    for row_number in range(len(triangle) - 2, -1, -1):
        row = triangle[row_number]
        best = [row[column] + max(best[column], best[column + 1]) for column in range(row_number + 1)]
    return best[0]
