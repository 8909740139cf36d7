"""The keys of the n greatest values, the greatest first; raises ValueError for a negative n."""

from aurora.contracts.component import C, Example, K, Nat, component


@component(
    words="top n keys by value highest scores most frequent ranking",
    examples=[Example(({"a": 1, "b": 3, "c": 2}, 2), ["b", "c"]), Example(({"a": 1}, 5), ["a"]), Example(({}, 1), [])],
    holds=lambda mapping, n, ret: len(ret) == min(n, len(mapping)) and len(set(ret)) == len(ret),
)
def keys_of_largest(mapping: dict[K, C], n: Nat) -> list[K]:
    """The keys of the n greatest values, the greatest first; raises ValueError for a negative n."""
    if n < 0:
        raise ValueError("n must not be negative")
    return sorted(mapping, key=lambda key: mapping[key], reverse=True)[:n]
