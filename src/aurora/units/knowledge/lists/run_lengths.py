"""The runs of equal elements of a list, each as the element and how often it stands there in a row."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="run length encoding count consecutive repeats compress",
    examples=[Example(([1, 1, 2, 1],), [(1, 2), (2, 1), (1, 1)]), Example((["a"],), [("a", 1)]), Example(([],), [])],
    holds=lambda values, ret: [value for value, times in ret for _ in range(times)] == values,
)
def run_lengths(values: list[T]) -> list[tuple[T, int]]:
    """The runs of equal elements of a list, each as the element and how often it stands there in a row."""
    return [(value, len(list(run))) for value, run in itertools.groupby(values)]
