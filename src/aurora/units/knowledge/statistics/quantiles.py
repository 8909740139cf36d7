"""The three numbers that divide the ordered numbers into quarters, between neighbours by the straight line.

Method 7 of Hyndman and Fan 1996, as in NumPy and spreadsheets.
"""

import statistics

from aurora.contracts.component import Example, component


@component(
    words="quartiles quantiles q1 q2 q3 quarters lower upper",
    examples=[
        Example(([1, 2, 3, 4, 5],), [2.0, 3.0, 4.0]),
        Example(([1, 2, 3, 4],), [1.75, 2.5, 3.25]),
        Example(([7, 7],), [7.0, 7.0, 7.0]),
    ],
    holds=lambda _numbers, ret: ret == sorted(ret) and len(ret) == 3,
)
def quantiles(numbers: list[float]) -> list[float]:
    """The three numbers that divide the ordered numbers into quarters, between neighbours by the straight line."""
    return statistics.quantiles(numbers, n=4, method="inclusive")
