"""Sum of each two of the numbers, in the order of the pairs."""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="sums of all combinations of two numbers pairs",
    examples=[Example(([1, 2, 3],), [3, 4, 5]), Example(([],), []), Example(([7, 1],), [8])],
    holds=lambda numbers, ret: 2 * len(ret) == len(numbers) * (len(numbers) - 1),
)
def pairwise_sums(numbers: list[N]) -> list[N]:
    """Sum of each two of the numbers, in the order of the pairs."""
    return [a + b for a, b in itertools.combinations(numbers, 2)]
