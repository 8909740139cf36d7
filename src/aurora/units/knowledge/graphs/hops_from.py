"""Number of steps from a node to each node that can be reached from it, the nearest first."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="distances hops steps from source all nodes unweighted bfs levels",
    examples=[
        Example(({1: [2], 2: [3], 3: []}, 1), {1: 0, 2: 1, 3: 2}),
        Example(({}, "x"), {"x": 0}),
        Example(({1: [1]}, 1), {1: 0}),
    ],
    holds=lambda graph, start, ret: (
        ret[start] == 0 and all(ret[node] == 1 for node in graph.get(start, []) if node != start)
    ),
)
def hops_from(graph: Adjacency[K], start: K) -> dict[K, int]:
    """Number of steps from a node to each node that can be reached from it, the nearest first."""
    steps = {start: 0}
    queue = [start]
    for node in queue:
        for neighbour in graph.get(node, []):
            if neighbour not in steps:
                steps[neighbour] = steps[node] + 1
                queue.append(neighbour)
    return steps
