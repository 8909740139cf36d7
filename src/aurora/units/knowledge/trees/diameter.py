"""Number of steps on the longest way between two nodes of a tree."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="diameter binary tree longest path between nodes edges",
    examples=[
        Example(((1, (2, (4, None, None), (5, None, None)), (3, None, None)),), 3),
        Example((None,), 0),
        Example(((7, None, None),), 0),
    ],
    holds=lambda tree, ret: ret >= 0 and (ret > 0) == (tree is not None and bool(tree[1] or tree[2])),
)
def diameter(tree: Tree) -> int:
    """Number of steps on the longest way between two nodes of a tree."""

    def measured(node: "Tree") -> tuple[int, int]:
        if node is None:
            return (0, 0)
        left, across_left = measured(node[1])
        right, across_right = measured(node[2])
        return (1 + max(left, right), max(left + right, across_left, across_right))

    return measured(tree)[1]
