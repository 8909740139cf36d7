"""The elements of pairs (earlier, later) in an order that respects every pair; raises ValueError for a circle."""

from aurora.contracts.component import Distinct, Example, K, component


@component(
    words="topological order dependencies before after prerequisites schedule compare",
    examples=[
        Example(([("a", "b"), ("b", "c")],), ["a", "b", "c"]),
        Example(([("x", "z"), ("y", "z")],), ["x", "y", "z"]),
        Example(([],), []),
    ],
    holds=lambda pairs, ret: all(ret.index(earlier) < ret.index(later) for earlier, later in pairs),
    cost=2.0,
)
def order_by_constraints(pairs: list[tuple[K, K]]) -> Distinct[K]:
    """The elements of pairs (earlier, later) in an order that respects every pair; raises ValueError for a circle."""
    before: dict[K, set[K]] = {}
    for earlier, later in pairs:
        before.setdefault(earlier, set())
        before.setdefault(later, set()).add(earlier)
    ordered: dict[K, None] = {}
    while len(ordered) < len(before):
        free = [value for value in before if value not in ordered and before[value] <= ordered.keys()]
        if not free:
            raise ValueError("the pairs form a circle")
        ordered |= dict.fromkeys(free)
    return list(ordered)
