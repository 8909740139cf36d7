"""The places of the elements of a list in the order of the elements; equal ones keep their order."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="indices that would sort permutation order sorted index",
    examples=[Example(([30, 10, 20],), [1, 2, 0]), Example(([5, 5],), [0, 1]), Example(([],), [])],
    holds=lambda values, ret: (
        sorted(ret) == list(range(len(values))) and not any(values[b] < values[a] for a, b in itertools.pairwise(ret))
    ),
)
def argsort(values: list[C]) -> list[int]:
    """The places of the elements of a list in the order of the elements; equal ones keep their order."""
    return sorted(range(len(values)), key=lambda place: values[place])
