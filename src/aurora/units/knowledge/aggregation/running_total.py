"""The sums of the beginnings of a list of numbers."""

import itertools
import math

from aurora.contracts.component import Example, N, component


@component(
    words="cumulative sum prefix sums accumulate partial sums so far",
    examples=[Example(([1, 2, 3],), [1, 3, 6]), Example(([5],), [5]), Example(([],), [])],
    holds=lambda numbers, ret: (
        len(ret) == len(numbers)
        and (not ret or (ret[0] == numbers[0] and math.isclose(ret[-1], sum(numbers), abs_tol=1e-6)))
    ),
)
def running_total(numbers: list[N]) -> list[N]:
    """The sums of the beginnings of a list of numbers."""
    return list(itertools.accumulate(numbers))
