"""Each number as a part of their sum."""

import math

from aurora.contracts.component import Example, component


@component(
    words="proportions shares normalise normalize to sum one fractions of total",
    examples=[Example(([1, 3],), [0.25, 0.75]), Example(([5],), [1.0]), Example(([0, 2],), [0.0, 1.0])],
    holds=lambda numbers, ret: min(numbers, default=-1) < 0 or math.isclose(sum(ret), 1, abs_tol=1e-6),
)
def proportions(numbers: list[float]) -> list[float]:
    """Each number as a part of their sum."""
    return [x / sum(numbers) for x in numbers]
