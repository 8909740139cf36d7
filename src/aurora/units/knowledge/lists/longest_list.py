"""The longest of several lists, the first such one; [] when there are none."""

from aurora.contracts.component import Example, T, component


@component(
    words="sublist with maximum length most elements",
    examples=[Example(([[1], [2, 3], [4, 5]],), [2, 3]), Example(([[]],), []), Example(([],), [])],
    holds=lambda lists, ret: all(len(part) <= len(ret) for part in lists),
)
def longest_list(lists: list[list[T]]) -> list[T]:
    """The longest of several lists, the first such one; [] when there are none."""
    return max(lists, key=len, default=[])
