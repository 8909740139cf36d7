"""How heavy the tails of the distribution of numbers are: the mean fourth power of their standard scores, less 3."""

from aurora.contracts.component import Example, component


@component(
    words="kurtosis excess tails fourth moment distribution",
    examples=[Example(([-1, 1],), -2.0), Example(([0, 0, 0, 0, 10],), 0.25), Example(([1, 1, 3, 3],), -2.0)],
    holds=lambda _numbers, ret: ret >= -2 - 1e-9,
)
def kurtosis(numbers: list[float]) -> float:
    """How heavy the tails of the distribution of numbers are: the mean fourth power of their standard scores, less
    3.
    """
    centre = sum(numbers) / len(numbers)
    variance = sum((x - centre) ** 2 for x in numbers) / len(numbers)
    return sum((x - centre) ** 4 for x in numbers) / len(numbers) / variance**2 - 3
