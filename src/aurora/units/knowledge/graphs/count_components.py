"""Number of connected parts of the nodes 0 to n - 1 with edges that go both ways.

Disjoint sets with path halving, Galler and Fischer 1964.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="number of connected components provinces groups friends circles union find",
    examples=[Example((4, [(0, 1), (2, 3)]), 2), Example((0, []), 0), Example((3, []), 3)],
    holds=lambda n, edges, ret: max(0, n - len(edges)) <= ret <= n,
)
def count_components(n: Nat, edges: list[tuple[int, int]]) -> int:
    """Number of connected parts of the nodes 0 to n - 1 with edges that go both ways."""
    if any(not 0 <= node < n for edge in edges for node in edge):
        raise IndexError("a node is not one of 0 to n - 1")
    parent = list(range(n))
    parts = n
    for edge in edges:
        first, second = edge
        while parent[first] != first:
            parent[first] = parent[parent[first]]
            first = parent[first]
        while parent[second] != second:
            parent[second] = parent[parent[second]]
            second = parent[second]
        if first != second:
            parent[first] = second
            parts -= 1
    return parts
