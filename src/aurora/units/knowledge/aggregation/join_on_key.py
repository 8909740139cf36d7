"""Pairs of key and value of two lists joined where the keys are equal, as (key, left value, right value)."""

from aurora.contracts.component import Example, K, T, U, component


@component(
    words="inner join merge two tables match by key relational",
    examples=[
        Example(([("a", 1), ("b", 2)], [("b", 3), ("b", 4)]), [("b", 2, 3), ("b", 2, 4)]),
        Example(([("a", 1)], [("b", 2)]), []),
        Example(([], []), []),
    ],
    holds=lambda left, right, ret: all((key, a) in left and (key, b) in right for key, a, b in ret),
)
def join_on_key(left: list[tuple[K, T]], right: list[tuple[K, U]]) -> list[tuple[K, T, U]]:
    """Pairs of key and value of two lists joined where the keys are equal, as (key, left value, right value)."""
    matches: dict[K, list[U]] = {}
    for key, value in right:
        matches.setdefault(key, []).append(value)
    return [(key, value, match) for key, value in left for match in matches.get(key, [])]
