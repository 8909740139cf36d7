"""The numbers more than 1.5 interquartile ranges outside the middle half.

Tukey's fences, 1977.
"""

import statistics

from aurora.contracts.component import Example, N, component


@component(
    words="outliers iqr fences unusual extreme values detect",
    examples=[
        Example(([1, 2, 3, 4, 100],), [100]),
        Example(([5, 5, 5],), []),
        Example(([10, 12, 11, 13, -40, 12],), [-40]),
    ],
    holds=lambda numbers, ret: len(ret) * 2 <= len(numbers) and set(ret) <= set(numbers),
)
def iqr_outliers(numbers: list[N]) -> list[N]:
    """The numbers more than 1.5 interquartile ranges outside the middle half."""
    low, _, high = statistics.quantiles(numbers, n=4, method="inclusive")
    margin = 1.5 * (high - low)
    return [x for x in numbers if not low - margin <= x <= high + margin]
