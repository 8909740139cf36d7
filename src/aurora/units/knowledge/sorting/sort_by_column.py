"""The rows in ascending order of their element at one place; raises IndexError when a row has no such place."""

import itertools

from aurora.contracts.component import C, Example, Index, component


@component(
    words="sort matrix nested list rows by nth kth element column field",
    examples=[
        Example(([[1, 9], [2, 3]], 1), [[2, 3], [1, 9]]),
        Example(([["b"], ["a"]], 0), [["a"], ["b"]]),
        Example(([], 2), []),
    ],
    holds=lambda rows, place, ret: (
        len(ret) == len(rows) and not any(b[place] < a[place] for a, b in itertools.pairwise(ret))
    ),
)
def sort_by_column(rows: list[list[C]], place: Index) -> list[list[C]]:
    """The rows in ascending order of their element at one place; raises IndexError when a row has no such place."""
    return sorted(rows, key=lambda row: row[place])
