"""Rows without the elements that fail a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="filter each inner list nested keep matching",
    examples=[Example(([[1, 2], [3]], lambda n: n > 1), [[2], [3]]), Example(([[1]], lambda n: n > 1), [[]])],
    holds=lambda rows, keep, ret: len(ret) == len(rows) and all(keep(value) for row in ret for value in row),
)
def filter_nested(rows: list[list[T]], keep: Callable[[T], bool]) -> list[list[T]]:
    """Rows without the elements that fail a condition."""
    return [[value for value in row if keep(value)] for row in rows]
