"""The distance of two points along the axes: the sum of the differences of their coordinates."""

from aurora.contracts.component import Example, N, component


@component(
    words="manhattan taxicab city block distance sum of absolute differences grid",
    examples=[Example(((1, 2), (4, 6)), 7), Example(((0, 0), (0, 0)), 0), Example(((-1, 3), (1, -3)), 8)],
    holds=lambda first, second, ret: ret >= 0 and (ret == 0) == (first == second),
)
def manhattan_distance(first: tuple[N, N], second: tuple[N, N]) -> N:
    """The distance of two points along the axes: the sum of the differences of their coordinates."""
    return abs(first[0] - second[0]) + abs(first[1] - second[1])
