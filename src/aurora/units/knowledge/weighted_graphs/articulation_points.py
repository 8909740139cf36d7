"""The nodes of a graph whose edges go both ways without which a part falls off, ascending.

Hopcroft and Tarjan 1973.
"""

from aurora.contracts.component import Adjacency, C, Example, component


@component(
    words="articulation points cut vertices critical nodes undirected graph",
    examples=[
        Example(({1: [2], 2: [1, 3], 3: [2]},), [2]),
        Example(({1: [2, 3], 2: [1, 3], 3: [1, 2]},), []),
        Example(({},), []),
    ],
    holds=lambda graph, ret: set(ret) <= set(graph) and all(len(set(graph[node])) > 1 for node in ret),
)
def articulation_points(graph: Adjacency[C]) -> list[C]:
    """The nodes of a graph whose edges go both ways without which a part falls off, ascending."""
    if any(node not in graph.get(near, []) for node, nears in graph.items() for near in nears):
        raise ValueError("an edge is given from one side only")
    entered: dict[C, int] = {}
    lowest: dict[C, int] = {}
    found: set[C] = set()
    for root in graph:
        stack = [] if root in entered else [(root, root, iter(graph[root]))]
        lowest.setdefault(root, entered.setdefault(root, len(entered)))
        branches = 0
        while stack:
            node, above, rest = stack[-1]
            near = next(rest, None)
            if near is None:
                stack.pop()
                branches += above == root != node
                lowest[above] = min(lowest[above], lowest[node])
                if above != root and lowest[node] >= entered[above]:
                    found.add(above)
            elif near not in entered:
                entered[near] = lowest[near] = len(entered)
                stack.append((near, node, iter(graph[near])))
            else:
                lowest[node] = min(lowest[node], entered[near])
        if branches > 1:
            found.add(root)
    return sorted(found)
