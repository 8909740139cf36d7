"""The length of a vector."""

import math

from aurora.contracts.component import Example, component


@component(
    words="vector length magnitude norm euclidean size",
    examples=[Example(([3, 4],), 5.0), Example(([],), 0.0), Example(([-2],), 2.0)],
    holds=lambda vector, ret: ret >= max(map(abs, vector), default=0) * (1 - 1e-9),
)
def vector_length(vector: list[float]) -> float:
    """The length of a vector."""
    return math.hypot(*vector)
