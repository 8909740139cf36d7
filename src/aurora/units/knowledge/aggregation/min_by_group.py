"""For each key of pairs of key and value, its least value."""

from aurora.contracts.component import C, Example, K, component


@component(
    words="minimum lowest per group category smallest of each",
    examples=[Example(([("a", 3), ("b", 5), ("a", 1)],), {"a": 1, "b": 5}), Example(([],), {})],
    holds=lambda pairs, ret: (
        all((key, value) in pairs for key, value in ret.items()) and not any(value < ret[key] for key, value in pairs)
    ),
)
def min_by_group(pairs: list[tuple[K, C]]) -> dict[K, C]:
    """For each key of pairs of key and value, its least value."""
    best: dict[K, C] = {}
    for key, value in pairs:
        best[key] = min(best.get(key, value), value)
    return best
