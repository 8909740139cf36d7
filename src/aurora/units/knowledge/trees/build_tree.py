"""The tree whose levels, from left to right, are these values; None where there is no node."""

from typing import Any

from aurora.contracts.component import Example, T, Tree, component


@component(
    words="build binary tree from level order list array",
    examples=[
        Example(([1, 2, 3, None, 4],), (1, (2, None, (4, None, None)), (3, None, None))),
        Example(([],), None),
        Example(([7],), (7, None, None)),
    ],
    holds=lambda values, ret: (ret is None) == (not values or values[0] is None),
)
def build_tree(values: list[T | None]) -> Tree:
    """The tree whose levels, from left to right, are these values; None where there is no node."""
    if not values or values[0] is None:
        return None
    nodes: list[list[Any]] = [[values[0], None, None]]
    for place, value in enumerate(values[1:]):
        parent = place // 2
        if parent >= len(nodes):
            raise ValueError("a value has no parent")
        if value is not None:
            nodes.append([value, None, None])
            nodes[parent][1 + place % 2] = len(nodes) - 1
    built: list[Any] = [None] * len(nodes)
    for number in range(len(nodes) - 1, -1, -1):
        value, left, right = nodes[number]
        built[number] = (value, left and built[left], right and built[right])
    tree: Tree = built[0]
    return tree
