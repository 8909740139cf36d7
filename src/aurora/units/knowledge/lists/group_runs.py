"""A list cut into its runs of equal elements."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="pack consecutive duplicates into sublists group adjacent identical elements",
    examples=[Example(([1, 1, 2, 1],), [[1, 1], [2], [1]]), Example((["a"],), [["a"]]), Example(([],), [])],
    holds=lambda values, ret: [value for run in ret for value in run] == values and all(len(run) > 0 for run in ret),
)
def group_runs(values: list[T]) -> list[list[T]]:
    """A list cut into its runs of equal elements."""
    return [list(run) for _, run in itertools.groupby(values)]
