"""Number of neighbours of each node of a graph."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="degree number of neighbours each node graph",
    examples=[
        Example(({1: [2, 3], 2: [1], 3: [1]},), {1: 2, 2: 1, 3: 1}),
        Example(({},), {}),
        Example(({"a": []},), {"a": 0}),
    ],
    holds=lambda graph, ret: ret.keys() == graph.keys(),
)
def degree_map(graph: Adjacency[K]) -> dict[K, int]:
    """Number of neighbours of each node of a graph."""
    return {node: len(neighbours) for node, neighbours in graph.items()}
