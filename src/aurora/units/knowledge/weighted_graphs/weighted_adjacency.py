"""The weights of each node's edges to its neighbours, edges (node, node, weight) going both ways, the lowest of
several.
"""

from aurora.contracts.component import Example, K, component


@component(
    words="weighted adjacency from edges undirected graph build",
    examples=[
        Example(([("a", "b", 3)],), {"a": {"b": 3}, "b": {"a": 3}}),
        Example(([],), {}),
        Example(([(1, 2, 5), (2, 1, 4)],), {1: {2: 4}, 2: {1: 4}}),
    ],
    holds=lambda edges, ret: all(ret[a][b] == ret[b][a] <= weight for a, b, weight in edges),
)
def weighted_adjacency(edges: list[tuple[K, K, int]]) -> dict[K, dict[K, int]]:
    """The weights of each node's edges to its neighbours, edges (node, node, weight) going both ways, the lowest of
    several.
    """
    graph: dict[K, dict[K, int]] = {}
    for first, second, weight in edges:
        for node, other in ((first, second), (second, first)):
            ends = graph.setdefault(node, {})
            ends[other] = min(weight, ends.get(other, weight))
    return graph
