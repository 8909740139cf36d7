"""The rows in ascending order of their sums."""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="sort matrix rows by sum ascending order total of each row",
    examples=[
        Example(([[3, 1], [2, 0]],), [[2, 0], [3, 1]]),
        Example(([[1, 1], [2, 0]],), [[1, 1], [2, 0]]),
        Example(([],), []),
    ],
    holds=lambda _rows, ret: all(sum(a) <= sum(b) for a, b in itertools.pairwise(ret)),
)
def sort_rows_by_sum(rows: list[list[N]]) -> list[list[N]]:
    """The rows in ascending order of their sums."""
    return sorted(rows, key=sum)
