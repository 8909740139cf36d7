"""The search tree without a value; a node with two children is replaced by the next greater value.

Hibbard 1962.
"""

from typing import Any

from aurora.contracts.component import C, Example, Tree, component


@component(
    words="delete remove value binary search tree bst",
    examples=[
        Example(((2, (1, None, None), (3, None, None)), 2), (3, (1, None, None), None)),
        Example(((2, (1, None, None), None), 2), (1, None, None)),
        Example((None, 1), None),
    ],
    holds=lambda _tree, value, ret: ret is None or ret[0] != value,
)
def delete_bst(tree: Tree, value: C) -> Tree:
    """The search tree without a value; a node with two children is replaced by the next greater value."""

    def without(node: "Tree", gone: "Any") -> "Tree":
        if node is None:
            return None
        here, left, right = node
        if gone < here:
            return (here, without(left, gone), right)
        if here < gone:
            return (here, left, without(right, gone))
        if left is None or right is None:
            kept: Tree = right if left is None else left
            return kept
        following = right
        while following[1] is not None:
            following = following[1]
        return (following[0], left, without(right, following[0]))

    return without(tree, value)
