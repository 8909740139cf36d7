"""The place of each element among the different elements, from 1 for the least."""

from aurora.contracts.component import C, Example, component


@component(
    words="ranking without gaps compress coordinates ties share order",
    examples=[Example(([30, 10, 30, 20],), [3, 1, 3, 2]), Example(([5],), [1]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(values) and set(ret) == set(range(1, len(set(values)) + 1)),
)
def dense_rank(values: list[C]) -> list[int]:
    """The place of each element among the different elements, from 1 for the least."""
    places = {value: place for place, value in enumerate(sorted(set(values)), start=1)}
    return [places[value] for value in values]
