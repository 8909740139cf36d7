"""The vector of length 1 with the same direction."""

import math

from aurora.contracts.component import Example, component


@component(
    words="unit vector normalise normalize direction divide by length",
    examples=[Example(([3, 4],), [0.6, 0.8]), Example(([0, -5],), [0.0, -1.0]), Example(([2],), [1.0])],
    holds=lambda _vector, ret: math.isclose(math.hypot(*ret), 1),
)
def unit_vector(vector: list[float]) -> list[float]:
    """The vector of length 1 with the same direction."""
    length = math.hypot(*vector)
    if length == 0:
        raise ValueError("a vector without length has no direction")
    return [part / length for part in vector]
