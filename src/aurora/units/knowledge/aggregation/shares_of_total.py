"""Each number divided by the sum of all; raises ZeroDivisionError when the sum is 0."""

import math

from aurora.contracts.component import Example, component


@component(
    words="normalise proportions fractions of the whole percentages relative frequency",
    examples=[Example(([1.0, 3.0],), [0.25, 0.75]), Example(([5.0],), [1.0]), Example(([],), [])],
    holds=lambda numbers, ret: not numbers or math.isclose(sum(ret), 1, abs_tol=1e-3) or min(numbers) < 0,
)
def shares_of_total(numbers: list[float]) -> list[float]:
    """Each number divided by the sum of all; raises ZeroDivisionError when the sum is 0."""
    total = sum(numbers)
    return [number / total for number in numbers]
