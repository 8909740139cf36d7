"""The weights of each node's edges to its successors, edges (from, to, weight) having a direction, the lowest of
several.
"""

from aurora.contracts.component import Example, K, component


@component(
    words="weighted adjacency from directed edges arcs graph build",
    examples=[
        Example(([("a", "b", 3)],), {"a": {"b": 3}, "b": {}}),
        Example(([],), {}),
        Example(([(1, 2, 5), (1, 2, 4)],), {1: {2: 4}, 2: {}}),
    ],
    holds=lambda arcs, ret: all(ret[a][b] <= weight and b in ret for a, b, weight in arcs),
)
def weighted_arcs(arcs: list[tuple[K, K, int]]) -> dict[K, dict[K, int]]:
    """The weights of each node's edges to its successors, edges (from, to, weight) having a direction, the lowest of
    several.
    """
    graph: dict[K, dict[K, int]] = {}
    for first, second, weight in arcs:
        ends = graph.setdefault(first, {})
        ends[second] = min(weight, ends.get(second, weight))
        graph.setdefault(second, {})
    return graph
