"""Triples (row, column, value) as nested dictionaries row -> column -> value; of several values the last counts."""

from aurora.contracts.component import Example, K, T, V, component


@component(
    words="pivot table reshape long to wide triples to grid",
    examples=[
        Example(([("a", "x", 1), ("a", "y", 2), ("b", "x", 3)],), {"a": {"x": 1, "y": 2}, "b": {"x": 3}}),
        Example(([("a", "x", 1), ("a", "x", 5)],), {"a": {"x": 5}}),
        Example(([],), {}),
    ],
    holds=lambda triples, ret: all(column in ret[row] for row, column, _ in triples),
)
def pivot(triples: list[tuple[K, V, T]]) -> dict[K, dict[V, T]]:
    """Triples (row, column, value) as nested dictionaries row -> column -> value; of several values the last counts."""
    table: dict[K, dict[V, T]] = {}
    for row, column, value in triples:
        table.setdefault(row, {})[column] = value
    return table
