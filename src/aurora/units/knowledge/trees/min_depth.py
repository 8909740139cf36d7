"""Number of levels down to the nearest leaf of a tree; 0 for None."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="minimum depth binary tree nearest leaf shortest",
    examples=[
        Example(((1, (2, None, (4, None, None)), (3, None, None)),), 2),
        Example((None,), 0),
        Example(((1, None, (2, None, None)),), 2),
    ],
    holds=lambda tree, ret: (ret == 0) == (tree is None),
)
def min_depth(tree: Tree) -> int:
    """Number of levels down to the nearest leaf of a tree; 0 for None."""
    depth = 0
    level = [tree] if tree is not None else []
    while level:
        depth += 1
        if any(left is None and right is None for _, left, right in level):
            break
        level = [child for node in level for child in node[1:] if child is not None]
    return depth
