"""The values of a tree in preorder, with None where a subtree is missing."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="serialize tree to list encode preorder none markers",
    examples=[
        Example(((1, (2, None, None), None),), [1, 2, None, None, None]),
        Example((None,), [None]),
        Example(((7, None, None),), [7, None, None]),
    ],
    holds=lambda _tree, ret: ret.count(None) * 2 == len(ret) + 1,
)
def serialize_tree(tree: Tree) -> list[Any]:
    """The values of a tree in preorder, with None where a subtree is missing."""
    values: list[Any] = []
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is None:
            values.append(None)
        else:
            values.append(node[0])
            stack += [node[2], node[1]]
    return values
