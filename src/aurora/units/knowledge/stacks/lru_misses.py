"""How often a cache of a size that drops the longest unused item does not hold what is asked for."""

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="lru cache misses page faults least recently used count",
    examples=[Example((["a", "b", "a", "c", "b"], 2), 4), Example(([1, 1], 3), 1), Example(([], 2), 0)],
    holds=lambda accesses, _size, ret: len(set(accesses)) <= ret <= len(accesses),
)
def lru_misses(accesses: list[K], size: Nat) -> int:
    """How often a cache of a size that drops the longest unused item does not hold what is asked for."""
    held: dict[K, None] = {}
    misses = 0
    for item in accesses:
        misses += item not in held
        held.pop(item, None)
        held[item] = None
        if len(held) > size:
            del held[next(iter(held))]
    return misses
