"""The larger difference of the coordinates of two points: the moves that a chess king needs."""

from aurora.contracts.component import Example, N, component


@component(
    words="chebyshev distance chessboard king moves maximum difference coordinates",
    examples=[Example(((1, 2), (4, 6)), 4), Example(((0, 0), (0, 0)), 0), Example(((-1, 3), (1, -3)), 6)],
    holds=lambda first, second, ret: ret >= 0 and (ret == 0) == (first == second),
)
def chebyshev_distance(first: tuple[N, N], second: tuple[N, N]) -> N:
    """The larger difference of the coordinates of two points: the moves that a chess king needs."""
    return max(abs(first[0] - second[0]), abs(first[1] - second[1]))
