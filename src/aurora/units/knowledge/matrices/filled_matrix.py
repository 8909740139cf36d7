"""A matrix of a shape with the same value in every cell."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="create matrix filled zeros ones constant rows columns grid of value initialise",
    examples=[Example((2, 3, 0), [[0, 0, 0], [0, 0, 0]]), Example((1, 1, "x"), [["x"]]), Example((0, 2, 1), [])],
    holds=lambda rows, columns, value, ret: len(ret) == rows and all(row == [value] * columns for row in ret),
)
def filled_matrix(rows: Nat, columns: Nat, value: T) -> list[list[T]]:
    """A matrix of a shape with the same value in every cell."""
    return [[value] * columns for _ in range(rows)]
