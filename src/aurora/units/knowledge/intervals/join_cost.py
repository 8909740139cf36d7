"""Lowest cost to join all lengths into one, where joining two costs their sum.

Huffman 1952: the two shortest first.
"""

import heapq

from aurora.contracts.component import Example, Nat, component


@component(
    words="connect ropes sticks minimum cost merge files join",
    examples=[Example(([4, 3, 2, 6],), 29), Example(([5],), 0), Example(([],), 0)],
    holds=lambda lengths, ret: ret >= sum(lengths) if len(lengths) > 1 else ret == 0,
)
def join_cost(lengths: list[Nat]) -> int:
    """Lowest cost to join all lengths into one, where joining two costs their sum."""
    if any(length < 0 for length in lengths):
        raise ValueError("lengths must not be negative")
    heap = list(lengths)
    heapq.heapify(heap)
    cost = 0
    while len(heap) > 1:
        joined = heapq.heappop(heap) + heapq.heappop(heap)
        cost += joined
        heapq.heappush(heap, joined)
    return cost
