"""The nodes 0 to n - 1 so that every edge goes forward, the smallest first where there is a choice.

Kahn 1962, with a heap; [] when a cycle forbids it.
"""

import heapq

from aurora.contracts.component import Example, Nat, component


@component(
    words="topological order course schedule prerequisites edges numbers n tasks",
    examples=[Example((3, [(2, 0)]), [1, 2, 0]), Example((2, [(0, 1), (1, 0)]), []), Example((0, []), [])],
    holds=lambda n, edges, ret: (
        not ret or (sorted(ret) == list(range(n)) and all(ret.index(a) < ret.index(b) for a, b in edges))
    ),
)
def topo_order(n: Nat, edges: list[tuple[int, int]]) -> list[int]:
    """The nodes 0 to n - 1 so that every edge goes forward, the smallest first where there is a choice."""
    if any(not 0 <= node < n for edge in edges for node in edge):
        raise IndexError("a node is not one of 0 to n - 1")
    successors: list[list[int]] = [[] for _ in range(n)]
    incoming = [0] * n
    for first, second in edges:
        successors[first].append(second)
        incoming[second] += 1
    heap = [node for node in range(n) if not incoming[node]]
    order = []
    while heap:
        node = heapq.heappop(heap)
        order.append(node)
        for successor in successors[node]:
            incoming[successor] -= 1
            if not incoming[successor]:
                heapq.heappush(heap, successor)
    return order if len(order) == n else []
