"""Whether the heights of the two subtrees of every node of a tree differ by one at most.

Adelson-Velsky and Landis 1962.
"""

from aurora.contracts.component import Example, Tree, component


@component(
    words="balanced binary tree height difference avl check",
    examples=[
        Example(((1, (2, None, None), None),), True),
        Example(((1, (2, (3, None, None), None), None),), False),
        Example((None,), True),
    ],
    holds=lambda tree, ret: ret or (tree is not None and (tree[1] is not None or tree[2] is not None)),
)
def is_balanced(tree: Tree) -> bool:
    """Whether the heights of the two subtrees of every node of a tree differ by one at most."""

    def height(node: "Tree") -> int:
        if node is None:
            return 0
        left, right = height(node[1]), height(node[2])
        return -1 if min(left, right) < 0 or abs(left - right) > 1 else 1 + max(left, right)

    return height(tree) >= 0
