"""For each key of pairs of key and value, its greatest value."""

from aurora.contracts.component import C, Example, K, component


@component(
    words="maximum highest per group category best of each",
    examples=[Example(([("a", 1), ("b", 5), ("a", 3)],), {"a": 3, "b": 5}), Example(([],), {})],
    holds=lambda pairs, ret: (
        all((key, value) in pairs for key, value in ret.items()) and not any(ret[key] < value for key, value in pairs)
    ),
)
def max_by_group(pairs: list[tuple[K, C]]) -> dict[K, C]:
    """For each key of pairs of key and value, its greatest value."""
    best: dict[K, C] = {}
    for key, value in pairs:
        best[key] = max(best.get(key, value), value)
    return best
