"""All pairs (node, neighbour) of a graph."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="edges list of graph from adjacency arcs pairs",
    examples=[Example(({1: [2], 2: [1]},), [(1, 2), (2, 1)]), Example(({},), []), Example(({"a": []},), [])],
    holds=lambda graph, ret: len(ret) == sum(map(len, graph.values())),
)
def edges_of(graph: Adjacency[K]) -> list[tuple[K, K]]:
    """All pairs (node, neighbour) of a graph."""
    return [(node, neighbour) for node, neighbours in graph.items() for neighbour in neighbours]
