"""The values of each level of a tree, from the root down, from left to right."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="level order breadth first traversal binary tree rows generations depth",
    examples=[
        Example(((1, (2, None, (4, None, None)), (3, None, None)),), [[1], [2, 3], [4]]),
        Example((None,), []),
        Example(((7, None, None),), [[7]]),
    ],
    holds=lambda tree, ret: ret[:1] == ([] if tree is None else [[tree[0]]]) and all(ret),
)
def level_order(tree: Tree) -> list[list[Any]]:
    """The values of each level of a tree, from the root down, from left to right."""
    levels = []
    level = [tree] if tree is not None else []
    while level:
        levels.append([node[0] for node in level])
        level = [child for node in level for child in node[1:] if child is not None]
    return levels
