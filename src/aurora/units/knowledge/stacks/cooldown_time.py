"""Least time for unit tasks when between two of the same kind `pause` time units must pass."""

import collections

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="task scheduler cooldown pause idle least time same kind",
    examples=[Example((["a", "a", "b"], 1), 3), Example((["a", "a", "a"], 2), 7), Example(([], 3), 0)],
    holds=lambda tasks, _pause, ret: ret >= len(tasks),
)
def cooldown_time(tasks: list[K], pause: Nat) -> int:
    """Least time for unit tasks when between two of the same kind `pause` time units must pass."""
    counts = collections.Counter(tasks).values()
    most = max(counts, default=1)
    return max(len(tasks), (most - 1) * (pause + 1) + sum(count == most for count in counts))
