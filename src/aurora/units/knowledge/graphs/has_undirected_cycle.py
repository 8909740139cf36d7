"""Whether edges between the nodes 0 to n - 1 that go both ways close a circle.

Disjoint sets with path halving, Galler and Fischer 1964.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="cycle undirected graph detect loop redundant edge union find",
    examples=[
        Example((3, [(0, 1), (1, 2), (2, 0)]), True),
        Example((3, [(0, 1), (1, 2)]), False),
        Example((0, []), False),
    ],
    holds=lambda n, edges, ret: ret or not edges or len(edges) < n,
)
def has_undirected_cycle(n: Nat, edges: list[tuple[int, int]]) -> bool:
    """Whether edges between the nodes 0 to n - 1 that go both ways close a circle."""
    if any(not 0 <= node < n for edge in edges for node in edge):
        raise IndexError("a node is not one of 0 to n - 1")
    parent = list(range(n))
    for edge in edges:
        first, second = edge
        while parent[first] != first:
            parent[first] = parent[parent[first]]
            first = parent[first]
        while parent[second] != second:
            parent[second] = parent[parent[second]]
            second = parent[second]
        if first == second:
            return True
        parent[first] = second
    return False
