"""The product of two matrices."""

from aurora.contracts.component import Example, Matrix, N, component


@component(
    words="matrix multiply product multiplication times dot",
    examples=[
        Example(([[1, 2], [3, 4]], [[5, 6], [7, 8]]), [[19, 22], [43, 50]]),
        Example(([[1, 2, 3]], [[1], [2], [3]]), [[14]]),
        Example(([[2]], [[3]]), [[6]]),
    ],
    holds=lambda left, right, ret: len(ret) == len(left) and len(ret[0]) == len(right[0]),
)
def matmul(left: Matrix[N], right: Matrix[N]) -> Matrix[N]:
    """The product of two matrices."""
    columns = list(zip(*right, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in left]
