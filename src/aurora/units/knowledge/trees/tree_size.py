"""Number of nodes of a tree."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="size count nodes binary tree number",
    examples=[Example(((1, (2, None, None), None),), 2), Example((None,), 0), Example(((7, None, None),), 1)],
    holds=lambda tree, ret: (ret == 0) == (tree is None),
)
def tree_size(tree: Tree) -> int:
    """Number of nodes of a tree."""
    count = 0
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is not None:
            count += 1
            stack += node[1:]
    return count
