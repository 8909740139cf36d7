"""The elements of lists taken in turn, one of each, until all lists are used up."""

from aurora.contracts.component import Example, T, component


@component(
    words="interleave several lists alternate take turns merge",
    examples=[
        Example(([[1, 2, 3], [4], [5, 6]],), [1, 4, 5, 2, 6, 3]),
        Example(([[], ["a"]],), ["a"]),
        Example(([],), []),
    ],
    holds=lambda lists, ret: (
        len(ret) == sum(map(len, lists)) and ret[: sum(map(bool, lists))] == [part[0] for part in lists if part]
    ),
)
def round_robin(lists: list[list[T]]) -> list[T]:
    """The elements of lists taken in turn, one of each, until all lists are used up."""
    longest = max(map(len, lists), default=0)
    return [part[place] for place in range(longest) for part in lists if place < len(part)]
