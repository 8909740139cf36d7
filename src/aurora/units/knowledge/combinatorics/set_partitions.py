"""All ways to divide the items into groups that are not empty."""

from aurora.contracts.component import Example, T, component


@component(
    words="set partitions groups divide blocks all ways bell",
    examples=[
        Example(([1, 2, 3],), [[[1, 2, 3]], [[1, 2], [3]], [[1, 3], [2]], [[1], [2, 3]], [[1], [2], [3]]]),
        Example(([],), [[]]),
        Example((["a"],), [[["a"]]]),
    ],
    holds=lambda items, ret: all(sum(map(len, groups)) == len(items) and all(groups) for groups in ret),
    cost=2.0,
)
def set_partitions(items: list[T]) -> list[list[list[T]]]:
    """All ways to divide the items into groups that are not empty."""
    found: list[list[list[T]]] = [[]]
    for item in items:
        found = [
            grown
            for groups in found
            for grown in (
                *([*groups[:i], [*group, item], *groups[i + 1 :]] for i, group in enumerate(groups)),
                [*groups, [item]],
            )
        ]
    return found
