"""The shortest of several lists, the first such one; [] when there are none."""

from aurora.contracts.component import Example, T, component


@component(
    words="sublist with minimum length fewest elements",
    examples=[Example(([[1, 2], [3], [4]],), [3]), Example(([[]],), []), Example(([],), [])],
    holds=lambda lists, ret: all(len(ret) <= len(part) for part in lists),
)
def shortest_list(lists: list[list[T]]) -> list[T]:
    """The shortest of several lists, the first such one; [] when there are none."""
    return min(lists, key=len, default=[])
