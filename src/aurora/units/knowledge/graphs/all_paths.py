"""All ways from a node of a graph to another that visit no node twice."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="all simple paths between nodes routes enumerate",
    examples=[
        Example(({1: [2, 3], 2: [3], 3: []}, 1, 3), [[1, 2, 3], [1, 3]]),
        Example(({1: []}, 1, 2), []),
        Example(({}, 5, 5), [[5]]),
    ],
    holds=lambda _graph, start, goal, ret: all(path[0] == start and path[-1] == goal for path in ret),
    cost=2.0,
)
def all_paths(graph: Adjacency[K], start: K, goal: K) -> list[list[K]]:
    """All ways from a node of a graph to another that visit no node twice."""
    paths = []
    stack = [[start]]
    while stack:
        path = stack.pop()
        if path[-1] == goal:
            paths.append(path)
        else:
            stack += [[*path, node] for node in reversed(graph.get(path[-1], [])) if node not in path]
    return paths
