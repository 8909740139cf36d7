"""The items moved to the right by a number of places, those that leave come back at the start."""

import collections

from aurora.contracts.component import Example, T, component


@component(
    words="rotate deque right circular shift queue",
    examples=[Example(([1, 2, 3], 1), [3, 1, 2]), Example(([1, 2, 3], -1), [2, 3, 1]), Example(([], 4), [])],
    holds=lambda items, places, ret: not items or ret[places % len(items)] == items[0],
)
def deque_rotate(items: list[T], places: int) -> list[T]:
    """The items moved to the right by a number of places, those that leave come back at the start."""
    queue = collections.deque(items)
    queue.rotate(places)
    return list(queue)
