"""The tree with these values, all different, in preorder and in order."""

from aurora.contracts.component import Distinct, Example, T, Tree, component


@component(
    words="construct build binary tree from preorder and inorder traversal",
    examples=[
        Example(([3, 9, 20], [9, 3, 20]), (3, (9, None, None), (20, None, None))),
        Example(([], []), None),
        Example(([1, 2], [1, 2]), (1, None, (2, None, None))),
    ],
    holds=lambda preorder, _inorder, ret: (ret is None) == (not preorder) and (ret is None or ret[0] == preorder[0]),
)
def tree_from_traversals(preorder: Distinct[T], inorder: Distinct[T]) -> Tree:
    """The tree with these values in preorder and in order; raises `ValueError` when there is none."""
    places = {value: place for place, value in enumerate(inorder)}
    if len(places) != len(preorder) or set(preorder) != set(places):
        raise ValueError("the values differ or are not distinct")
    rest = iter(preorder)

    def built(start: int, stop: int) -> "Tree":
        if start == stop:
            return None
        value = next(rest)
        if not start <= places[value] < stop:
            raise ValueError("no tree has these orders")
        left = built(start, places[value])
        return (value, left, built(places[value] + 1, stop))

    return built(0, len(inorder))
