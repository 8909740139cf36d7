"""Fewest steps from a node of a graph to another; -1 when there is no way."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="shortest path length unweighted fewest steps hops between nodes bfs",
    examples=[Example(({1: [2], 2: [3], 3: []}, 1, 3), 2), Example(({1: [], 2: []}, 1, 2), -1), Example(({}, 5, 5), 0)],
    holds=lambda graph, start, goal, ret: (
        (ret == 0) == (start == goal) and (ret == 1 or start == goal or goal not in graph.get(start, []))
    ),
)
def shortest_hops(graph: Adjacency[K], start: K, goal: K) -> int:
    """Fewest steps from a node of a graph to another; -1 when there is no way."""
    steps = {start: 0}
    queue = [start]
    for node in queue:
        for neighbour in graph.get(node, []):
            if neighbour not in steps:
                steps[neighbour] = steps[node] + 1
                queue.append(neighbour)
    return steps.get(goal, -1)
