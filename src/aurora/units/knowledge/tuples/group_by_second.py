"""First elements of pairs in lists by their second elements."""

from aurora.contracts.component import Example, K, T, component


@component(
    words="group first elements on the basis of second elements tuple list",
    examples=[
        Example(([(6, 5), (2, 7), (1, 5)],), {5: [6, 1], 7: [2]}),
        Example(([],), {}),
        Example(([("a", 1)],), {1: ["a"]}),
    ],
    holds=lambda pairs, ret: sum(map(len, ret.values())) == len(pairs),
)
def group_by_second(pairs: list[tuple[T, K]]) -> dict[K, list[T]]:
    """First elements of pairs in lists by their second elements."""
    found: dict[K, list[T]] = {}
    for first, second in pairs:
        found.setdefault(second, []).append(first)
    return found
