"""The values of a tree: each before those of its left, then those of its right subtree."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="preorder traversal binary tree root left right",
    examples=[
        Example(((1, (2, None, None), (3, None, None)),), [1, 2, 3]),
        Example((None,), []),
        Example(((1, None, (2, (3, None, None), None)),), [1, 2, 3]),
    ],
    holds=lambda tree, ret: ret[:1] == ([] if tree is None else [tree[0]]),
)
def preorder(tree: Tree) -> list[Any]:
    """The values of a tree: each before those of its left, then those of its right subtree."""
    values = []
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is not None:
            value, left, right = node
            values.append(value)
            stack += [right, left]
    return values
