"""The lowest total weight of a way between two nodes, edges (node, node, weight) going both ways; -1 when there is
none.

Dijkstra 1959, with a heap; weights must not be negative.
"""

import heapq
import itertools

from aurora.contracts.component import Example, K, component


@component(
    words="shortest distance between two nodes weighted edges undirected cheapest cost roads",
    examples=[
        Example(([("a", "b", 4), ("b", "c", 3), ("a", "c", 9)], "a", "c"), 7),
        Example(([("a", "b", 4)], "a", "x"), -1),
        Example(([], 1, 1), 0),
    ],
    holds=lambda _edges, start, goal, ret: ret >= -1 and (start != goal or ret == 0),
)
def cheapest_way(edges: list[tuple[K, K, int]], start: K, goal: K) -> int:
    """The lowest total weight between two nodes, -1 for no way; raises `ValueError` for negative weights."""
    graph: dict[K, list[tuple[K, int]]] = {}
    for first, second, weight in edges:
        if weight < 0:
            raise ValueError("a weight is negative")
        graph.setdefault(first, []).append((second, weight))
        graph.setdefault(second, []).append((first, weight))
    age = itertools.count()
    heap = [(0, next(age), start)]
    seen: set[K] = set()
    while heap:
        total, _, node = heapq.heappop(heap)
        if node == goal:
            return total
        if node not in seen:
            seen.add(node)
            for neighbour, weight in graph.get(node, []):
                heapq.heappush(heap, (total + weight, next(age), neighbour))
    return -1
