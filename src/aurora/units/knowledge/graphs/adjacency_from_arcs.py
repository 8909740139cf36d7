"""The successors of each node of a graph whose edges go from the first to the second node."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="adjacency list from directed edges arcs graph build successors",
    examples=[
        Example(([(1, 2), (2, 3)],), {1: [2], 2: [3], 3: []}),
        Example(([],), {}),
        Example(([("a", "b"), ("a", "c")],), {"a": ["b", "c"], "b": [], "c": []}),
    ],
    holds=lambda arcs, ret: sum(map(len, ret.values())) == len(arcs),
)
def adjacency_from_arcs(arcs: list[tuple[K, K]]) -> Adjacency[K]:
    """The successors of each node of a graph whose edges go from the first to the second node."""
    graph: dict[K, list[K]] = {}
    for first, second in arcs:
        graph.setdefault(first, []).append(second)
        graph.setdefault(second, [])
    return graph
