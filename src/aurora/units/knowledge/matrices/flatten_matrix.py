"""All cells of the rows, one row after the other."""

from aurora.contracts.component import Example, T, component


@component(
    words="flatten matrix grid list of lists to one list cells concatenate rows",
    examples=[Example(([[1, 2], [3]],), [1, 2, 3]), Example(([],), []), Example(([["a"], []],), ["a"])],
    holds=lambda rows, ret: len(ret) == sum(map(len, rows)),
)
def flatten_matrix(rows: list[list[T]]) -> list[T]:
    """All cells of the rows, one row after the other."""
    return [cell for row in rows for cell in row]
