"""What a ring buffer of a size holds after these items came: the last ones, the oldest first."""

import collections

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="circular ring buffer last items fixed size queue overwrite oldest",
    examples=[Example(([1, 2, 3], 2), [2, 3]), Example(([1], 3), [1]), Example(([1, 2], 0), [])],
    holds=lambda items, size, ret: len(ret) == min(len(items), size),
)
def circular_buffer(items: list[T], size: Nat) -> list[T]:
    """What a ring buffer of a size holds after these items came: the last ones, the oldest first."""
    return list(collections.deque(items, maxlen=size))
