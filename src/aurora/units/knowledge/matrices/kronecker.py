"""The Kronecker product: every cell of the left matrix times the whole right one, as one matrix."""

from aurora.contracts.component import Example, Matrix, N, component


@component(
    words="kronecker tensor product matrices block",
    examples=[
        Example(([[1, 2]], [[1, 1]]), [[1, 1, 2, 2]]),
        Example(([[1, 0], [0, 1]], [[3]]), [[3, 0], [0, 3]]),
        Example(([[2]], [[1], [4]]), [[2], [8]]),
    ],
    holds=lambda left, right, ret: len(ret) == len(left) * len(right) and len(ret[0]) == len(left[0]) * len(right[0]),
)
def kronecker(left: Matrix[N], right: Matrix[N]) -> Matrix[N]:
    """The Kronecker product: every cell of the left matrix times the whole right one, as one matrix."""
    return [[a * b for a in upper for b in lower] for upper in left for lower in right]
