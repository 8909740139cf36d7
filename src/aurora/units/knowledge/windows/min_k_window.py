"""The smallest item of each window of `size` neighbours.

A queue of rising items, Lemire 2006.
"""

import collections

from aurora.contracts.component import C, Example, Positive, component


@component(
    words="sliding window minimum smallest of each k consecutive elements",
    examples=[
        Example(([1, 3, -1, -3, 5, 3], 3), [-1, -3, -3, -3]),
        Example(([1], 2), []),
        Example(([5, 6], 1), [5, 6]),
    ],
    holds=lambda items, size, ret: len(ret) == max(0, len(items) - size + 1) and set(ret) <= set(items),
)
def min_k_window(items: list[C], size: Positive) -> list[C]:
    """The smallest item of each window of `size` neighbours."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    queue: collections.deque[int] = collections.deque()
    smallest = []
    for place, item in enumerate(items):
        while queue and item < items[queue[-1]]:
            queue.pop()
        queue.append(place)
        if queue[0] <= place - size:
            queue.popleft()
        if place >= size - 1:
            smallest.append(items[queue[0]])
    return smallest
