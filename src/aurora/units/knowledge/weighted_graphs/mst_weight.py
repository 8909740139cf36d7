"""The weight of a spanning tree of lowest weight of the nodes 0 to n - 1 with edges (node, node, weight).

Kruskal 1956, with disjoint sets.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="minimum spanning tree total weight cost connect all points",
    examples=[
        Example((3, [(0, 1, 5), (1, 2, 3), (0, 2, 4)]), 7),
        Example((1, []), 0),
        Example((2, [(0, 1, 9), (0, 1, 2)]), 2),
    ],
    holds=lambda n, edges, ret: ret <= sum(max(0, weight) for _, _, weight in edges) and (n > 1 or ret == 0),
)
def mst_weight(n: Positive, edges: list[tuple[int, int, int]]) -> int:
    """The weight of a cheapest spanning tree; raises `ValueError` when the edges do not join all nodes."""
    if any(not (0 <= first < n and 0 <= second < n) for first, second, _ in edges):
        raise IndexError("a node is not one of 0 to n - 1")
    parent = list(range(n))
    joined = weight = 0
    for edge in sorted(edges, key=lambda edge: edge[2]):
        first, second, cost = edge
        while parent[first] != first:
            parent[first] = parent[parent[first]]
            first = parent[first]
        while parent[second] != second:
            parent[second] = parent[parent[second]]
            second = parent[second]
        if first != second:
            parent[first] = second
            joined += 1
            weight += cost
    if joined < n - 1:
        raise ValueError("the edges do not join all nodes")
    return weight
