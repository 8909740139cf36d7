"""Which of the requested keys are found in a cache that keeps the last used ones, as many as its capacity."""

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="least recently used cache hits simulate eviction",
    examples=[Example((["a", "b", "a", "c", "b"], 2), [False, False, True, False, False]), Example(([], 1), [])],
    holds=lambda keys, _capacity, ret: (
        len(ret) == len(keys)
        and not any(hit and key not in keys[:at] for at, (key, hit) in enumerate(zip(keys, ret, strict=True)))
    ),
)
def lru_hits(keys: list[K], capacity: Nat) -> list[bool]:
    """Which of the requested keys are found in a cache that keeps the last used ones, as many as its capacity."""
    used: dict[K, None] = {}
    hits: list[bool] = []
    for key in keys:
        hits.append(key in used)
        used.pop(key, None)
        used[key] = None
        if len(used) > capacity:
            del used[next(iter(used))]
    return hits
