"""The weight of a spanning tree of lowest weight of a graph in which every edge is given from both sides.

Jarnik 1930, Prim 1957, with a heap.
"""

import heapq
import itertools

from aurora.contracts.component import Example, K, component


@component(
    words="prim minimum spanning tree total weight cost",
    examples=[
        Example(({"a": {"b": 2, "c": 3}, "b": {"a": 2, "c": 4}, "c": {"a": 3, "b": 4}},), 5),
        Example(({},), 0),
        Example(({1: {}},), 0),
    ],
    holds=lambda graph, ret: len(graph) > 1 or ret == 0,
)
def prim(graph: dict[K, dict[K, int]]) -> int:
    """The weight of a cheapest spanning tree; raises `ValueError` when the graph is not connected."""
    reached: set[K] = set()
    age = itertools.count()
    heap = [(0, next(age), node) for node in list(graph)[:1]]
    total = 0
    while heap:
        weight, _, node = heapq.heappop(heap)
        if node not in reached:
            reached.add(node)
            total += weight
            for neighbour, cost in graph[node].items():
                heapq.heappush(heap, (cost, next(age), neighbour))
    if len(reached) < len(graph):
        raise ValueError("the graph is not connected")
    return total
