"""The search tree of ascending values with the least height; of two middle values the left one is the root."""

from aurora.contracts.component import C, Example, Sorted, Tree, component


@component(
    words="sorted list to balanced binary search tree bst minimal height",
    examples=[
        Example(([1, 2, 3],), (2, (1, None, None), (3, None, None))),
        Example(([],), None),
        Example(([1, 2],), (1, None, (2, None, None))),
    ],
    holds=lambda values, ret: (
        (ret is None) == (not values) and (ret is None or ret[0] == values[(len(values) - 1) // 2])
    ),
)
def balanced_bst(values: Sorted[C]) -> Tree:
    """The search tree of ascending values with the least height; of two middle values the left one is the root."""

    def built(start: int, stop: int) -> "Tree":
        if start >= stop:
            return None
        middle = (start + stop - 1) // 2
        return (values[middle], built(start, middle), built(middle + 1, stop))

    return built(0, len(values))
