"""The nodes of a way with fewest steps from a node of a graph to another; [] when there is none."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="shortest path unweighted nodes route between bfs",
    examples=[
        Example(({1: [2, 4], 2: [3], 3: [], 4: [3]}, 1, 3), [1, 2, 3]),
        Example(({1: [], 2: []}, 1, 2), []),
        Example(({}, 5, 5), [5]),
    ],
    holds=lambda _graph, start, goal, ret: (
        not ret or (ret[0] == start and ret[-1] == goal and len(set(ret)) == len(ret))
    ),
)
def shortest_way(graph: Adjacency[K], start: K, goal: K) -> list[K]:
    """The nodes of a way with fewest steps from a node of a graph to another; [] when there is none."""
    before = {start: start}
    queue = [start]
    for node in queue:
        for neighbour in graph.get(node, []):
            if neighbour not in before:
                before[neighbour] = node
                queue.append(neighbour)
    if goal not in before:
        return []
    way = [goal]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]
