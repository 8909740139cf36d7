"""How far a sample's mean is off, typically: its standard deviation over the root of its size."""

import math

from aurora.contracts.component import Example, component


@component(
    words="standard error of the mean sem sample uncertainty",
    examples=[Example(([2, 4],), 1.0), Example(([3, 3, 3],), 0.0), Example(([1, 3, 5, 7, 9],), 2**0.5)],
    holds=lambda _numbers, ret: ret >= 0,
)
def standard_error(numbers: list[float]) -> float:
    """How far a sample's mean is off, typically: its standard deviation over the root of its size."""
    if len(numbers) < 2:
        raise ValueError("two numbers are needed")
    centre = sum(numbers) / len(numbers)
    return math.sqrt(sum((x - centre) ** 2 for x in numbers) / (len(numbers) - 1) / len(numbers))
