"""The edges of a graph whose edges go both ways that hold it together: without one a part falls off.

Tarjan 1974: an edge down to a node from which no way leads back above it. Ends ascending, edges ascending.
"""

from aurora.contracts.component import Adjacency, C, Example, component


@component(
    words="bridges critical connections edges cut undirected graph",
    examples=[
        Example(({1: [2], 2: [1, 3], 3: [2]},), [(1, 2), (2, 3)]),
        Example(({1: [2, 3], 2: [1, 3], 3: [1, 2]},), []),
        Example(({},), []),
    ],
    holds=lambda graph, ret: all(a < b and b in graph[a] for a, b in ret) and len(ret) < max(1, len(graph)),
)
def bridges(graph: Adjacency[C]) -> list[tuple[C, C]]:
    """The edges of a graph whose edges go both ways that hold it together: without one a part falls off."""
    if any(node not in graph.get(near, []) for node, nears in graph.items() for near in nears):
        raise ValueError("an edge is given from one side only")
    entered: dict[C, int] = {}
    lowest: dict[C, int] = {}
    found = []
    for root in graph:
        stack = [] if root in entered else [(root, root, iter(graph[root]))]
        lowest.setdefault(root, entered.setdefault(root, len(entered)))
        while stack:
            node, above, rest = stack[-1]
            near = next(rest, None)
            if near is None:
                stack.pop()
                lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] > entered[above]:
                    found.append((min(node, above), max(node, above)))
            elif near not in entered:
                entered[near] = lowest[near] = len(entered)
                stack.append((near, node, iter(graph[near])))
            elif near != above:
                lowest[node] = min(lowest[node], entered[near])
    return sorted(found)
