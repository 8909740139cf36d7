"""The largest item of each window of `size` neighbours.

A queue of falling items, Lemire 2006.
"""

import collections

from aurora.contracts.component import C, Example, Positive, component


@component(
    words="sliding window maximum largest of each k consecutive elements",
    examples=[Example(([1, 3, -1, -3, 5, 3], 3), [3, 3, 5, 5]), Example(([1], 2), []), Example(([5, 6], 1), [5, 6])],
    holds=lambda items, size, ret: len(ret) == max(0, len(items) - size + 1) and set(ret) <= set(items),
)
def max_k_window(items: list[C], size: Positive) -> list[C]:
    """The largest item of each window of `size` neighbours."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    queue: collections.deque[int] = collections.deque()
    largest = []
    for place, item in enumerate(items):
        while queue and items[queue[-1]] < item:
            queue.pop()
        queue.append(place)
        if queue[0] <= place - size:
            queue.popleft()
        if place >= size - 1:
            largest.append(items[queue[0]])
    return largest
