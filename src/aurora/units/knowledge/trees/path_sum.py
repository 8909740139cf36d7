"""Whether the numbers on a way from the root of a tree to a leaf add up to a total."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="path sum root to leaf binary tree total exists",
    examples=[
        Example(((1, (2, None, None), (3, None, None)), 4), True),
        Example(((1, (2, None, None), None), 1), False),
        Example((None, 0), False),
    ],
    holds=lambda tree, _total, ret: tree is not None or not ret,
)
def path_sum(tree: Tree, total: int) -> bool:
    """Whether the numbers on a way from the root of a tree to a leaf add up to a total."""
    stack: list[Any] = [(tree, total)]
    while stack:
        node, rest = stack.pop()
        if node is None:
            continue
        value, left, right = node
        if left is None and right is None and value == rest:
            return True
        stack += [(left, rest - value), (right, rest - value)]
    return False
