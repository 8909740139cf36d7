"""The pair with the least second element, the first such one; raises ValueError when there is none."""

from aurora.contracts.component import C, Example, NonEmpty, T, component


@component(
    words="minimum tuple by value lowest cheapest entry",
    examples=[Example(([("a", 5), ("b", 2), ("c", 2)],), ("b", 2)), Example(([("x", -1)],), ("x", -1))],
    holds=lambda pairs, ret: ret in pairs and not any(second < ret[1] for _, second in pairs),
)
def pair_with_min_second(pairs: NonEmpty[tuple[T, C]]) -> tuple[T, C]:
    """The pair with the least second element, the first such one; raises ValueError when there is none."""
    return min(pairs, key=lambda pair: pair[1])
