"""The first number of a list minus the second plus the third and so on."""

import math

from aurora.contracts.component import Example, N, component


@component(
    words="alternate add and subtract signs plus minus",
    examples=[Example(([5, 2, 1],), 4), Example(([3],), 3), Example(([],), 0)],
    holds=lambda numbers, ret: math.isclose(ret, sum(numbers[::2]) - sum(numbers[1::2]), abs_tol=1e-6),
)
def alternating_sum(numbers: list[N]) -> N:
    """The first number of a list minus the second plus the third and so on."""
    return sum(-number if place % 2 else number for place, number in enumerate(numbers))
