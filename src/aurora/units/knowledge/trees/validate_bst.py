"""Whether a tree is a search tree: values to the left are smaller, those to the right greater."""

from typing import Any

from aurora.contracts.component import Example, Tree, component


@component(
    words="valid binary search tree bst check ordered",
    examples=[
        Example(((2, (1, None, None), (3, None, None)),), True),
        Example(((5, (3, None, (6, None, None)), None),), False),
        Example((None,), True),
    ],
    holds=lambda tree, ret: not ret or tree is None or tree[1] is None or tree[1][0] < tree[0],
)
def validate_bst(tree: Tree) -> bool:
    """Whether a tree is a search tree: values to the left are smaller, those to the right greater."""
    before: list[Any] = []
    stack: list[Any] = []
    node: Any = tree
    while stack or node is not None:
        while node is not None:
            stack.append(node)
            node = node[1]
        value, _, node = stack.pop()
        if before and not before[-1] < value:
            return False
        before = [value]
    return True
