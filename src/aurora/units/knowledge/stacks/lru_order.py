"""What a cache of a size holds after these accesses, the longest unused first."""

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="lru cache least recently used order eviction contents",
    examples=[Example((["a", "b", "a", "c"], 2), ["a", "c"]), Example(([1, 1], 3), [1]), Example(([], 2), [])],
    holds=lambda accesses, size, ret: (
        len(ret) == min(size, len(set(accesses))) and (not ret or ret[-1] == accesses[-1])
    ),
)
def lru_order(accesses: list[K], size: Nat) -> list[K]:
    """What a cache of a size holds after these accesses, the longest unused first."""
    recent = list(dict.fromkeys(reversed(accesses)))
    return recent[:size][::-1]
