"""The sum of the numbers from each place to the end."""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="suffix sums cumulative from right totals remaining reverse",
    examples=[Example(([1, 2, 3],), [6, 5, 3]), Example(([],), []), Example(([-1],), [-1])],
    holds=lambda numbers, ret: len(ret) == len(numbers) and (not numbers or ret[-1] == numbers[-1]),
)
def suffix_sums(numbers: list[N]) -> list[N]:
    """The sum of the numbers from each place to the end."""
    return list(itertools.accumulate(reversed(numbers)))[::-1]
