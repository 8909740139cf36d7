"""The 95 % confidence interval of the mean of a sample, by the normal distribution."""

import math

from aurora.contracts.component import Example, component


@component(
    words="confidence interval 95 percent mean estimate margin of error",
    examples=[
        Example(([3, 3, 3],), (3.0, 3.0)),
        Example(([2, 4],), (3 - 1.959963984540054, 3 + 1.959963984540054)),
        Example(([0, 0],), (0.0, 0.0)),
    ],
    holds=lambda _numbers, ret: ret[0] <= ret[1],
)
def confidence_interval(numbers: list[float]) -> tuple[float, float]:
    """The 95 % confidence interval of the mean of a sample, by the normal distribution."""
    if len(numbers) < 2:
        raise ValueError("two numbers are needed")
    centre = sum(numbers) / len(numbers)
    error = math.sqrt(sum((x - centre) ** 2 for x in numbers) / (len(numbers) - 1) / len(numbers))
    margin = 1.959963984540054 * error
    return (centre - margin, centre + margin)
