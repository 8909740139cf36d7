"""The elements of the lists in a list, one level deep."""

from aurora.contracts.component import Example, T, component


@component(
    words="concatenate join nested lists into one flat merge sublists",
    examples=[Example(([[1, 2], [3]],), [1, 2, 3]), Example(([[], []],), []), Example(([],), [])],
    holds=lambda lists, ret: (
        len(ret) == sum(len(part) for part in lists)
        and (not ret or ret[-1] == [part for part in lists if part][-1][-1])
    ),
)
def flatten(lists: list[list[T]]) -> list[T]:
    """The elements of the lists in a list, one level deep."""
    return [value for part in lists for value in part]
