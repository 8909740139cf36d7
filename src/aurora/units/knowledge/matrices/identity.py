"""The square matrix with ones on its diagonal and zeros elsewhere."""

from aurora.contracts.component import Example, Nat, Square, component


@component(
    words="identity matrix unit eye ones diagonal",
    examples=[Example((2,), [[1, 0], [0, 1]]), Example((1,), [[1]]), Example((0,), [])],
    holds=lambda size, ret: all(sum(row) == 1 and row[i] == 1 for i, row in enumerate(ret)) and len(ret) == size,
)
def identity(size: Nat) -> Square[int]:
    """The square matrix with ones on its diagonal and zeros elsewhere."""
    return [[int(row == column) for column in range(size)] for row in range(size)]
