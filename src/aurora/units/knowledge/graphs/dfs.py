"""The nodes that can be reached from a node, each before the ones that are reached through it.

Depth-first search in preorder, Tarjan 1972.
"""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="depth first search dfs traversal order reachable nodes",
    examples=[
        Example(({1: [2, 3], 2: [4], 3: [4], 4: []}, 1), [1, 2, 4, 3]),
        Example(({1: [2], 2: []}, 2), [2]),
        Example(({}, "x"), ["x"]),
    ],
    holds=lambda _graph, start, ret: ret[0] == start and len(set(ret)) == len(ret),
)
def dfs(graph: Adjacency[K], start: K) -> list[K]:
    """The nodes that can be reached from a node, each before the ones that are reached through it."""
    order: dict[K, None] = {}
    stack = [start]
    while stack:
        node = stack.pop()
        if node not in order:
            order[node] = None
            stack += reversed(graph.get(node, []))
    return list(order)
