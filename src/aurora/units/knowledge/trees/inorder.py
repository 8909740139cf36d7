"""The values of a tree: each between those of its left and those of its right subtree."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="inorder traversal binary tree left root right sorted",
    examples=[
        Example(((2, (1, None, None), (3, None, None)),), [1, 2, 3]),
        Example((None,), []),
        Example(((1, None, (3, (2, None, None), None)),), [1, 2, 3]),
    ],
    holds=lambda tree, ret: (tree is None and not ret) or tree[0] in ret,
)
def inorder(tree: Tree) -> list[Any]:
    """The values of a tree: each between those of its left and those of its right subtree."""
    values = []
    stack: list[Any] = []
    node: Any = tree
    while stack or node is not None:
        while node is not None:
            stack.append(node)
            node = node[1]
        value, _, node = stack.pop()
        values.append(value)
    return values
