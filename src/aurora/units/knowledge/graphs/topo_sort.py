"""The nodes of a graph so that every edge goes forward, the smallest first where there is a choice.

Kahn 1962, with a heap.
"""

import collections
import heapq

from aurora.contracts.component import Adjacency, C, Example, component


@component(
    words="topological sort order dependencies schedule tasks courses prerequisites",
    examples=[Example(({3: [1], 2: [1], 1: []},), [2, 3, 1]), Example(({},), []), Example(({"b": ["a"]},), ["b", "a"])],
    holds=lambda graph, ret: all(ret.index(a) < ret.index(b) for a, successors in graph.items() for b in successors),
)
def topo_sort(graph: Adjacency[C]) -> list[C]:
    """The nodes of a graph so that every edge goes forward; raises `ValueError` when a cycle forbids it."""
    incoming = collections.Counter(node for successors in graph.values() for node in successors)
    nodes = set(graph) | set(incoming)
    heap = sorted(node for node in nodes if not incoming[node])
    order = []
    while heap:
        node = heapq.heappop(heap)
        order.append(node)
        for successor in graph.get(node, []):
            incoming[successor] -= 1
            if not incoming[successor]:
                heapq.heappush(heap, successor)
    if len(order) < len(nodes):
        raise ValueError("the graph has a cycle")
    return order
