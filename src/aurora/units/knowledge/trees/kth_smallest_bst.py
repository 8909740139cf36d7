"""The value of a search tree at a place of the ascending order, from 1."""

from typing import Any

from aurora.contracts.component import Example, Positive, Tree, component


@component(
    words="kth smallest element binary search tree bst inorder",
    examples=[
        Example(((2, (1, None, None), (3, None, None)), 2), 2),
        Example(((2, (1, None, None), None), 1), 1),
        Example(((5, None, None), 1), 5),
    ],
    holds=lambda tree, k, ret: k != 1 or tree[1] is not None or ret == tree[0],
)
def kth_smallest_bst(tree: Tree, k: Positive) -> Any:
    """The value of a search tree at a place of the ascending order, from 1; raises `IndexError` when there is none."""
    stack: list[Any] = []
    node: Any = tree
    while stack or node is not None:
        while node is not None:
            stack.append(node)
            node = node[1]
        value, _, node = stack.pop()
        k -= 1
        if k == 0:
            return value
    raise IndexError("the tree has not so many values")
