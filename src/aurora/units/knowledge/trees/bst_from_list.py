"""The search tree that grows when values are put into it one after the other; equal ones once."""

from typing import Any

from aurora.contracts.component import C, Example, Tree, component


@component(
    words="build binary search tree bst from list insert all",
    examples=[
        Example(([2, 1, 3],), (2, (1, None, None), (3, None, None))),
        Example(([],), None),
        Example(([1, 1],), (1, None, None)),
    ],
    holds=lambda values, ret: (ret is None) == (not values) and (ret is None or ret[0] == values[0]),
)
def bst_from_list(values: list[C]) -> Tree:
    """The search tree that grows when values are put into it one after the other; equal ones once."""

    def grown(rest: "list[Any]") -> "Tree":
        if not rest:
            return None
        root = rest[0]
        return (root, grown([x for x in rest if x < root]), grown([x for x in rest if root < x]))

    return grown(values)
