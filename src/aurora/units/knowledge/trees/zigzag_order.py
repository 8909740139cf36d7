"""The values of each level of a tree, from left to right and from right to left in turn."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="zigzag spiral level order traversal binary tree",
    examples=[
        Example(((1, (2, None, None), (3, None, None)),), [[1], [3, 2]]),
        Example((None,), []),
        Example(((7, None, None),), [[7]]),
    ],
    holds=lambda tree, ret: ret[:1] == ([] if tree is None else [[tree[0]]]) and all(ret),
)
def zigzag_order(tree: Tree) -> list[list[Any]]:
    """The values of each level of a tree, from left to right and from right to left in turn."""
    levels: list[list[Any]] = []
    level = [tree] if tree is not None else []
    while level:
        values = [node[0] for node in level]
        levels.append(values[::-1] if len(levels) % 2 else values)
        level = [child for node in level for child in node[1:] if child is not None]
    return levels
