"""The lowest total weight of a way from a node to each node that can be reached, the nearest first.

Dijkstra 1959, with a heap; weights must not be negative.
"""

import heapq
import itertools

from aurora.contracts.component import Example, K, component


@component(
    words="dijkstra shortest distances weighted graph from source all nodes cheapest",
    examples=[
        Example(({"a": {"b": 1, "c": 5}, "b": {"c": 2}}, "a"), {"a": 0, "b": 1, "c": 3}),
        Example(({}, "x"), {"x": 0}),
        Example(({1: {2: 7}, 2: {}}, 2), {2: 0}),
    ],
    holds=lambda graph, start, ret: (
        ret[start] == 0 and all(ret[node] <= weight for node, weight in graph.get(start, {}).items())
    ),
)
def dijkstra(graph: dict[K, dict[K, int]], start: K) -> dict[K, int]:
    """The lowest total weight from a node to each that can be reached; raises `ValueError` for negative weights."""
    if any(weight < 0 for edges in graph.values() for weight in edges.values()):
        raise ValueError("a weight is negative")
    reached: dict[K, int] = {}
    age = itertools.count()
    heap = [(0, next(age), start)]
    while heap:
        total, _, node = heapq.heappop(heap)
        if node in reached:
            continue
        reached[node] = total
        for neighbour, weight in graph.get(node, {}).items():
            if neighbour not in reached:
                heapq.heappush(heap, (total + weight, next(age), neighbour))
    return reached
