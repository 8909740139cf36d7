"""The pair with the greatest second element, the first such one; raises ValueError when there is none."""

from aurora.contracts.component import C, Example, NonEmpty, T, component


@component(
    words="maximum tuple by value highest score winner best entry",
    examples=[Example(([("a", 2), ("b", 5), ("c", 5)],), ("b", 5)), Example(([("x", -1)],), ("x", -1))],
    holds=lambda pairs, ret: ret in pairs and not any(ret[1] < second for _, second in pairs),
)
def pair_with_max_second(pairs: NonEmpty[tuple[T, C]]) -> tuple[T, C]:
    """The pair with the greatest second element, the first such one; raises ValueError when there is none."""
    return max(pairs, key=lambda pair: pair[1])
