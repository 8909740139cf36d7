"""Time until a signal from a node has reached all nodes 1 to n over edges (from, to, time); -1 when it never does.

Dijkstra 1959, with a heap; times must not be negative.
"""

import heapq

from aurora.contracts.component import Example, Positive, component


@component(
    words="network delay time signal all nodes reach broadcast",
    examples=[
        Example((3, [(1, 2, 1), (2, 3, 2), (1, 3, 9)], 1), 3),
        Example((2, [(1, 2, 1)], 2), -1),
        Example((1, [], 1), 0),
    ],
    holds=lambda _n, edges, _start, ret: -1 <= ret <= sum(time for _, _, time in edges),
)
def network_delay(n: Positive, edges: list[tuple[int, int, int]], start: Positive) -> int:
    """Time until a signal from a node has reached all nodes 1 to n over edges (from, to, time); -1 when it never
    does.
    """
    graph: dict[int, list[tuple[int, int]]] = {}
    for first, second, time in edges:
        if time < 0:
            raise ValueError("a time is negative")
        graph.setdefault(first, []).append((second, time))
    reached: dict[int, int] = {}
    heap = [(0, start)]
    while heap:
        total, node = heapq.heappop(heap)
        if node not in reached:
            reached[node] = total
            for near, time in graph.get(node, []):
                heapq.heappush(heap, (total + time, near))
    return max(reached.values()) if len(reached) == n else -1
