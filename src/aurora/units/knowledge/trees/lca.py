"""The value of the lowest node of a tree at or above the nodes of two values; None when one is not in it."""

from aurora.contracts.component import Example, T, Tree, component


@component(
    words="lowest common ancestor lca binary tree two nodes",
    examples=[
        Example(((1, (2, (4, None, None), None), (3, None, None)), 4, 3), 1),
        Example(((1, (2, None, None), None), 1, 2), 1),
        Example((None, 1, 2), None),
    ],
    holds=lambda _tree, first, second, ret: first != second or ret in (None, first),
)
def lca(tree: Tree, first: T, second: T) -> T | None:
    """The value of the lowest node of a tree at or above the nodes of two values; None when one is not in it."""

    def paths(node: "Tree", above: "list[T]") -> "list[list[T]]":
        if node is None:
            return []
        here = [*above, node[0]]
        return [here, *paths(node[1], here), *paths(node[2], here)]

    found = {path[-1]: path for path in reversed(paths(tree, []))}
    if first not in found or second not in found:
        return None
    common = None
    for left, right in zip(found[first], found[second], strict=False):
        if left != right:
            break
        common = left
    return common
