"""The values of the nodes of a tree that have no children, from left to right."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="leaves leaf nodes binary tree without children",
    examples=[
        Example(((1, (2, None, None), (3, None, (4, None, None))),), [2, 4]),
        Example((None,), []),
        Example(((7, None, None),), [7]),
    ],
    holds=lambda tree, ret: bool(ret) == (tree is not None),
)
def leaves(tree: Tree) -> list[Any]:
    """The values of the nodes of a tree that have no children, from left to right."""
    values = []
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is not None:
            value, left, right = node
            if left is None and right is None:
                values.append(value)
            stack += [right, left]
    return values
