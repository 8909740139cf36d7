"""The sum of the numbers of a tree."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="sum of all nodes binary tree total values",
    examples=[
        Example(((1, (2, None, None), (3, None, None)),), 6),
        Example((None,), 0),
        Example(((-7, None, None),), -7),
    ],
    holds=lambda tree, ret: tree is not None or ret == 0,
)
def tree_sum(tree: Tree) -> float:
    """The sum of the numbers of a tree."""
    total: float = 0
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is not None:
            total += node[0]
            stack += node[1:]
    return total
