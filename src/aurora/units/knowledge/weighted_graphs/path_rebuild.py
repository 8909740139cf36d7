"""The nodes of a way with the lowest total weight from a node to another; [] when there is none.

Dijkstra 1959, with links back; weights must not be negative.
"""

import heapq
import itertools

from aurora.contracts.component import Example, K, component


@component(
    words="shortest path nodes route weighted dijkstra rebuild cheapest way",
    examples=[
        Example(({"a": {"b": 1, "c": 5}, "b": {"c": 2}}, "a", "c"), ["a", "b", "c"]),
        Example(({"a": {}}, "a", "z"), []),
        Example(({}, 1, 1), [1]),
    ],
    holds=lambda _graph, start, goal, ret: not ret or (ret[0] == start and ret[-1] == goal),
)
def path_rebuild(graph: dict[K, dict[K, int]], start: K, goal: K) -> list[K]:
    """The nodes of a cheapest way between two nodes, [] for none; raises `ValueError` for negative weights."""
    if any(weight < 0 for edges in graph.values() for weight in edges.values()):
        raise ValueError("a weight is negative")
    before: dict[K, K] = {}
    age = itertools.count()
    heap = [(0, next(age), start, start)]
    while heap and goal not in before:
        total, _, node, last = heapq.heappop(heap)
        if node in before:
            continue
        before[node] = last
        for neighbour, weight in graph.get(node, {}).items():
            heapq.heappush(heap, (total + weight, next(age), neighbour, node))
    if goal not in before:
        return []
    way = [goal]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]
