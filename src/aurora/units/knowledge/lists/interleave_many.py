"""First elements of all lists, then their second ones, and so on, as long as the shortest lasts."""

from aurora.contracts.component import Example, T, component


@component(
    words="interleave multiple lists same length alternate",
    examples=[Example(([[1, 2], [3, 4], [5, 6]],), [1, 3, 5, 2, 4, 6]), Example(([],), []), Example(([[1], []],), [])],
    holds=lambda lists, ret: len(ret) == len(lists) * min(map(len, lists), default=0),
)
def interleave_many(lists: list[list[T]]) -> list[T]:
    """First elements of all lists, then their second ones, and so on, as long as the shortest lasts."""
    return [item for column in zip(*lists, strict=False) for item in column]
