"""The beginnings of a list from its first element to the whole."""

from aurora.contracts.component import Example, T, component


@component(
    words="growing prefixes initial segments cumulative sublists",
    examples=[Example(([1, 2, 3],), [[1], [1, 2], [1, 2, 3]]), Example(([5],), [[5]]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(values) and all(part == values[: len(part)] for part in ret),
)
def list_prefixes(values: list[T]) -> list[list[T]]:
    """The beginnings of a list from its first element to the whole."""
    return [values[: end + 1] for end in range(len(values))]
