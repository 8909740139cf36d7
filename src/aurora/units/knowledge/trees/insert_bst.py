"""The search tree with one more value; the same when it has it already."""

from aurora.contracts.component import C, Example, Tree, component


@component(
    words="insert add value binary search tree bst",
    examples=[
        Example(((2, None, None), 1), (2, (1, None, None), None)),
        Example((None, 5), (5, None, None)),
        Example(((2, None, None), 2), (2, None, None)),
    ],
    holds=lambda tree, value, ret: ret[0] == (value if tree is None else tree[0]),
)
def insert_bst(tree: Tree, value: C) -> Tree:
    """The search tree with one more value; the same when it has it already."""

    def inserted(node: "Tree") -> "Tree":
        if node is None:
            return (value, None, None)
        here, left, right = node
        if value < here:
            return (here, inserted(left), right)
        return (here, left, inserted(right)) if here < value else node

    return inserted(tree)
