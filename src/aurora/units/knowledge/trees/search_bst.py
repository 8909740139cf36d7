"""Whether a value is in a search tree."""

from typing import Any

from aurora.contracts.component import C, Example, Tree, component


@component(
    words="search find contains value binary search tree bst",
    examples=[
        Example(((2, (1, None, None), (3, None, None)), 3), True),
        Example(((2, None, None), 5), False),
        Example((None, 1), False),
    ],
    holds=lambda tree, _value, ret: tree is not None or not ret,
)
def search_bst(tree: Tree, value: C) -> bool:
    """Whether a value is in a search tree."""
    node: Any = tree
    while node is not None:
        here, left, right = node
        if value < here:
            node = left
        elif here < value:
            node = right
        else:
            return True
    return False
