"""The edges (node, node, weight) of a spanning tree, or forest, of lowest weight, in the order of weights.

Kruskal 1956, with disjoint sets.
"""

from aurora.contracts.component import Example, K, component


@component(
    words="kruskal minimum spanning tree edges cheapest connect all",
    examples=[
        Example(([(0, 1, 5), (1, 2, 3), (0, 2, 4)],), [(1, 2, 3), (0, 2, 4)]),
        Example(([],), []),
        Example(([("a", "b", 1), ("a", "b", 2)],), [("a", "b", 1)]),
    ],
    holds=lambda edges, ret: (
        set(ret) <= set(edges)
        and {n for a, b, _ in edges if a != b for n in (a, b)} == {n for a, b, _ in ret for n in (a, b)}
    ),
)
def kruskal(edges: list[tuple[K, K, int]]) -> list[tuple[K, K, int]]:
    """The edges (node, node, weight) of a spanning tree, or forest, of lowest weight, in the order of weights."""
    parent: dict[K, K] = {}
    chosen = []
    for edge in sorted(edges, key=lambda edge: edge[2]):
        ends = []
        for node in edge[:2]:
            top = node
            while parent.setdefault(top, top) != top:
                parent[top] = parent[parent[top]]
                top = parent[top]
            ends.append(top)
        if ends[0] != ends[1]:
            parent[ends[0]] = ends[1]
            chosen.append(edge)
    return chosen
