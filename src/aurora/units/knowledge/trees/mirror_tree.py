"""The tree with left and right exchanged everywhere."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="invert mirror flip binary tree swap children",
    examples=[
        Example(((1, (2, None, None), (3, None, None)),), (1, (3, None, None), (2, None, None))),
        Example((None,), None),
        Example(((7, None, (8, None, None)),), (7, (8, None, None), None)),
    ],
    holds=lambda tree, ret: ret is tree or ret[0] == tree[0],
)
def mirror_tree(tree: Tree) -> Tree:
    """The tree with left and right exchanged everywhere."""

    def mirrored(node: "Tree") -> "Tree":
        return None if node is None else (node[0], mirrored(node[2]), mirrored(node[1]))

    return mirrored(tree)
