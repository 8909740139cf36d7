"""The graph with the direction of every edge turned."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="reverse transpose graph turn edges direction predecessors",
    examples=[
        Example(({1: [2], 2: []},), {1: [], 2: [1]}),
        Example(({},), {}),
        Example(({"a": ["b", "c"]},), {"a": [], "b": ["a"], "c": ["a"]}),
    ],
    holds=lambda graph, ret: sum(map(len, ret.values())) == sum(map(len, graph.values())),
)
def reverse_graph(graph: Adjacency[K]) -> Adjacency[K]:
    """The graph with the direction of every edge turned."""
    turned: dict[K, list[K]] = {node: [] for node in graph}
    for node, neighbours in graph.items():
        for neighbour in neighbours:
            turned.setdefault(neighbour, []).append(node)
    return turned
