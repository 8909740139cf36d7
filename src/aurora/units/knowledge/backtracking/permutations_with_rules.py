"""All arrangements of the items in which each pair (first, later) keeps its order, in the order of places."""

from aurora.contracts.component import Distinct, Example, T, component


@component(
    words="permutations with rules constraints precedence order before all topological orders",
    examples=[
        Example(([1, 2, 3], [(1, 2)]), [[1, 2, 3], [1, 3, 2], [3, 1, 2]]),
        Example(([1, 2], [(1, 2), (2, 1)]), []),
        Example(([], []), [[]]),
    ],
    holds=lambda items, rules, ret: all(
        order.index(a) < order.index(b) for order in ret for a, b in rules if a in items and b in items
    ),
    cost=2.0,
)
def permutations_with_rules(items: Distinct[T], rules: list[tuple[T, T]]) -> list[list[T]]:
    """All arrangements of the items in which each pair (first, later) keeps its order, in the order of places."""
    found = []
    stack: list[tuple[list[T], list[T]]] = [([], items)]
    while stack:
        order, rest = stack.pop()
        if not rest:
            found.append(order)
        held = [later for first, later in rules if first in rest]
        free = [item for item in reversed(rest) if item not in held]
        stack += [([*order, item], [other for other in rest if other != item]) for item in free]
    return found
