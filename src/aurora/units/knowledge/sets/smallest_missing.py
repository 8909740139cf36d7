"""The least integer from a start on that is not in a list."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="first missing positive mex minimum excluded free number next unused id",
    examples=[Example(([1, 2, 4], 1), 3), Example(([0, 1], 0), 2), Example(([], 1), 1)],
    holds=lambda numbers, start, ret: (
        ret >= start and ret not in numbers and all(number in numbers for number in range(start, ret))
    ),
)
def smallest_missing(numbers: list[int], start: int) -> int:
    """The least integer from a start on that is not in a list."""
    present = set(numbers)
    return next(number for number in itertools.count(start) if number not in present)
