"""The neighbours of each node of a graph whose edges go both ways, in the order of the edges."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="adjacency list from edges undirected graph build neighbours",
    examples=[
        Example(([(1, 2), (2, 3)],), {1: [2], 2: [1, 3], 3: [2]}),
        Example(([],), {}),
        Example(([("a", "b")],), {"a": ["b"], "b": ["a"]}),
    ],
    holds=lambda edges, ret: sum(map(len, ret.values())) == 2 * len(edges),
)
def adjacency_from_edges(edges: list[tuple[K, K]]) -> Adjacency[K]:
    """The neighbours of each node of a graph whose edges go both ways, in the order of the edges."""
    graph: dict[K, list[K]] = {}
    for first, second in edges:
        graph.setdefault(first, []).append(second)
        graph.setdefault(second, []).append(first)
    return graph
