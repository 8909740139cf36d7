"""The ways from the root of a tree to its leaves, from left to right."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="all root to leaf paths binary tree branches",
    examples=[
        Example(((1, (2, None, None), (3, None, None)),), [[1, 2], [1, 3]]),
        Example((None,), []),
        Example(((7, None, None),), [[7]]),
    ],
    holds=lambda tree, ret: all(path[0] == tree[0] for path in ret) and bool(ret) == (tree is not None),
)
def root_to_leaf_paths(tree: Tree) -> list[list[Any]]:
    """The ways from the root of a tree to its leaves, from left to right."""
    paths: list[list[Any]] = []
    stack: list[Any] = [(tree, [])]
    while stack:
        node, above = stack.pop()
        if node is None:
            continue
        value, left, right = node
        here = [*above, value]
        if left is None and right is None:
            paths.append(here)
        stack += [(right, here), (left, here)]
    return paths
