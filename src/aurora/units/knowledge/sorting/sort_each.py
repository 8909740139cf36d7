"""Every list of a list sorted on its own."""

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="sort inner sublists rows individually nested",
    examples=[Example(([[2, 1], [3]],), [[1, 2], [3]]), Example(([[]],), [[]]), Example(([],), [])],
    holds=lambda lists, ret: (
        len(ret) == len(lists) and all(sorted(part) == kept for part, kept in zip(lists, ret, strict=True))
    ),
)
def sort_each(lists: list[list[C]]) -> list[Sorted[C]]:
    """Every list of a list sorted on its own."""
    return [sorted(part) for part in lists]
