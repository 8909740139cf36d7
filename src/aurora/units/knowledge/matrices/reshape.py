"""The values in rows of `columns` each, in their order."""

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="reshape list into matrix grid rows of columns 2d from 1d split",
    examples=[
        Example(([1, 2, 3, 4, 5, 6], 3), [[1, 2, 3], [4, 5, 6]]),
        Example(([1, 2], 1), [[1], [2]]),
        Example(([], 2), []),
    ],
    holds=lambda values, _columns, ret: [cell for row in ret for cell in row] == values,
)
def reshape(values: list[T], columns: Positive) -> list[list[T]]:
    """The values in rows of `columns` each, in their order."""
    if columns < 1 or len(values) % columns:
        raise ValueError("the number of values must be a multiple of the number of columns")
    return [values[start : start + columns] for start in range(0, len(values), columns)]
