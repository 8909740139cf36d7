"""Number of levels of a tree; 0 for None."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="height depth binary tree levels maximum",
    examples=[
        Example(((1, (2, None, (4, None, None)), None),), 3),
        Example((None,), 0),
        Example(((7, None, None),), 1),
    ],
    holds=lambda tree, ret: (ret == 0) == (tree is None),
)
def height(tree: Tree) -> int:
    """Number of levels of a tree; 0 for None."""
    levels = 0
    level = [tree] if tree is not None else []
    while level:
        levels += 1
        level = [child for node in level for child in node[1:] if child is not None]
    return levels
