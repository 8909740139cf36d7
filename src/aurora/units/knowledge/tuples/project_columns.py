"""The elements of each row at some places, in the order of the places; raises IndexError for a missing one."""

from aurora.contracts.component import Example, T, component


@component(
    words="select reorder columns of rows by index",
    examples=[Example(([[1, 2, 3], [4, 5, 6]], [2, 0]), [[3, 1], [6, 4]]), Example(([], [1]), [])],
    holds=lambda rows, places, ret: len(ret) == len(rows) and all(len(row) == len(places) for row in ret),
)
def project_columns(rows: list[list[T]], places: list[int]) -> list[list[T]]:
    """The elements of each row at some places, in the order of the places; raises IndexError for a missing one."""
    return [[row[place] for place in places] for row in rows]
