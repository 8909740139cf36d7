"""How lopsided the distribution of numbers is: the mean cube of their standard scores."""

import math

from aurora.contracts.component import Example, component


@component(
    words="skewness lopsided asymmetry third moment distribution",
    examples=[Example(([1, 2, 3],), 0.0), Example(([0, 0, 0, 0, 10],), 1.5), Example(([-1, 1],), 0.0)],
    holds=lambda numbers, ret: abs(ret) <= len(numbers) ** 0.5,
)
def skewness(numbers: list[float]) -> float:
    """How lopsided the distribution of numbers is: the mean cube of their standard scores."""
    centre = sum(numbers) / len(numbers)
    variance = sum((x - centre) ** 2 for x in numbers) / len(numbers)
    return sum((x - centre) ** 3 for x in numbers) / len(numbers) / (variance * math.sqrt(variance))
