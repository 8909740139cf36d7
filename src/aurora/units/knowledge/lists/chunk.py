"""A list cut into lists of one size, the last one maybe shorter; raises ValueError for a size below 1."""

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="split into groups pieces sublists of n batches every",
    examples=[Example(([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]), Example(([1], 3), [[1]]), Example(([], 2), [])],
    holds=lambda values, size, ret: (
        [value for part in ret for value in part] == values and all(len(part) == size for part in ret[:-1])
    ),
)
def chunk(values: list[T], size: Positive) -> list[list[T]]:
    """A list cut into lists of one size, the last one maybe shorter; raises ValueError for a size below 1."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    return [values[start : start + size] for start in range(0, len(values), size)]
