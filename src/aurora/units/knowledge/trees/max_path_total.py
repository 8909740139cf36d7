"""Largest sum of the numbers on a way between two nodes of a tree."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="maximum path sum binary tree any nodes largest",
    examples=[
        Example(((-10, (9, None, None), (20, (15, None, None), (7, None, None))),), 42),
        Example(((-3, None, None),), -3),
        Example(((1, (2, None, None), None),), 3),
    ],
    holds=lambda tree, ret: ret >= tree[0],
)
def max_path_total(tree: Tree) -> int:
    """Largest sum of the numbers on a way between two nodes of a tree; raises `ValueError` for None."""

    def best(node: "Tree") -> tuple[int, int | None]:
        if node is None:
            return (0, None)
        left, inside_left = best(node[1])
        right, inside_right = best(node[2])
        totals = [node[0] + left + right, inside_left, inside_right]
        return (max(0, node[0] + max(left, right)), max(total for total in totals if total is not None))

    total = best(tree)[1]
    if total is None:
        raise ValueError("the tree has no node")
    return total
