"""The tree whose values in preorder, with None where a subtree is missing, are these."""

from typing import Any

from aurora.contracts.component import Example, T, Tree, component


@component(
    words="deserialize tree from list decode preorder none markers",
    examples=[
        Example(([1, 2, None, None, None],), (1, (2, None, None), None)),
        Example(([None],), None),
        Example(([7, None, None],), (7, None, None)),
    ],
    holds=lambda values, ret: (ret is None) == (values[0] is None),
)
def deserialize_tree(values: list[T | None]) -> Tree:
    """The tree whose values in preorder are these, None for a missing subtree; raises `ValueError` for other lists."""
    stack: list[Any] = []
    for value in reversed(values):
        if value is None:
            stack.append(None)
        elif len(stack) < 2:
            raise ValueError("the values are not those of a tree")
        else:
            left = stack.pop()
            stack.append((value, left, stack.pop()))
    if len(stack) != 1:
        raise ValueError("the values are not those of one tree")
    tree: Tree = stack[0]
    return tree
