"""Each number of a list taken away from the one after it."""

import itertools
import math

from aurora.contracts.component import Example, N, component


@component(
    words="consecutive successive difference delta change between adjacent neighbours",
    examples=[Example(([1, 4, 9],), [3, 5]), Example(([5],), []), Example(([],), [])],
    holds=lambda numbers, ret: (
        len(ret) == max(len(numbers) - 1, 0)
        and (not ret or math.isclose(sum(ret), numbers[-1] - numbers[0], abs_tol=1e-6))
    ),
)
def differences(numbers: list[N]) -> list[N]:
    """Each number of a list taken away from the one after it."""
    return [after - before for before, after in itertools.pairwise(numbers)]
