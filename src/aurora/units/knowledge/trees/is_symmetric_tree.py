"""Whether a tree is its own mirror image."""

from aurora.contracts.component import Example, Tree, component


@component(
    words="symmetric binary tree mirror image of itself check",
    examples=[
        Example(((1, (2, None, None), (2, None, None)),), True),
        Example(((1, (2, None, None), None),), False),
        Example((None,), True),
    ],
    holds=lambda tree, ret: not ret or tree is None or (tree[1] is None) == (tree[2] is None),
)
def is_symmetric_tree(tree: Tree) -> bool:
    """Whether a tree is its own mirror image."""
    pairs = [(tree[1], tree[2])] if tree is not None else []
    while pairs:
        left, right = pairs.pop()
        if left is None and right is None:
            continue
        if left is None or right is None or left[0] != right[0]:
            return False
        pairs += [(left[1], right[2]), (left[2], right[1])]
    return True
