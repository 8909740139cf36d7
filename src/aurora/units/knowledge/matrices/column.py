"""One column of a matrix."""

from aurora.contracts.component import Example, Index, T, component


@component(
    words="column extract get nth element of each row sublists",
    examples=[Example(([[1, 2], [3, 4]], 1), [2, 4]), Example(([["a"]], 0), ["a"]), Example(([], 0), [])],
    holds=lambda rows, _index, ret: len(ret) == len(rows),
)
def column(rows: list[list[T]], index: Index) -> list[T]:
    """One column of a matrix."""
    return [row[index] for row in rows]
