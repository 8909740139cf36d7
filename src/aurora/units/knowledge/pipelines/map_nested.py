"""Rows with a function applied to every element of each."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="map over nested list of lists matrix elementwise two dimensional",
    examples=[Example(([[1, 2], [3]], lambda n: n * 2), [[2, 4], [6]]), Example(([[]], len), [[]])],
    holds=lambda rows, _f, ret: [len(row) for row in ret] == [len(row) for row in rows],
)
def map_nested(rows: list[list[T]], f: Callable[[T], U]) -> list[list[U]]:
    """Rows with a function applied to every element of each."""
    return [[f(value) for value in row] for row in rows]
