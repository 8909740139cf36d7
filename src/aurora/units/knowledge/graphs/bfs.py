"""The nodes that can be reached from a node, the nearest first.

Breadth-first search, Moore 1959.
"""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="breadth first search bfs traversal order reachable nodes",
    examples=[
        Example(({1: [2, 3], 2: [4], 3: [4], 4: []}, 1), [1, 2, 3, 4]),
        Example(({1: [2], 2: []}, 2), [2]),
        Example(({}, "x"), ["x"]),
    ],
    holds=lambda _graph, start, ret: ret[0] == start and len(set(ret)) == len(ret),
)
def bfs(graph: Adjacency[K], start: K) -> list[K]:
    """The nodes that can be reached from a node, the nearest first."""
    order = {start: None}
    queue = [start]
    for node in queue:
        for neighbour in graph.get(node, []):
            if neighbour not in order:
                order[neighbour] = None
                queue.append(neighbour)
    return queue
