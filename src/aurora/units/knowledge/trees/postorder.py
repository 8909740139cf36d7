"""The values of a tree: each after those of its left and those of its right subtree."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="postorder traversal binary tree left right root",
    examples=[
        Example(((1, (2, None, None), (3, None, None)),), [2, 3, 1]),
        Example((None,), []),
        Example(((1, None, (2, (3, None, None), None)),), [3, 2, 1]),
    ],
    holds=lambda tree, ret: ret[-1:] == ([] if tree is None else [tree[0]]),
)
def postorder(tree: Tree) -> list[Any]:
    """The values of a tree: each after those of its left and those of its right subtree."""
    values = []
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is not None:
            value, left, right = node
            values.append(value)
            stack += [left, right]
    return values[::-1]
