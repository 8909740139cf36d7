"""How often each first element stands with each second one, as nested dictionaries: first -> second -> count."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="contingency table cross tabulation count pairs two way frequency",
    examples=[Example(([("a", "x"), ("a", "x"), ("b", "y")],), {"a": {"x": 2}, "b": {"y": 1}}), Example(([],), {})],
    holds=lambda pairs, ret: sum(sum(row.values()) for row in ret.values()) == len(pairs),
)
def cross_tab(pairs: list[tuple[K, V]]) -> dict[K, dict[V, int]]:
    """How often each first element stands with each second one, as nested dictionaries: first -> second -> count."""
    table: dict[K, dict[V, int]] = {}
    for first, second in pairs:
        row = table.setdefault(first, {})
        row[second] = row.get(second, 0) + 1
    return table
