"""A colour from 0 for each node of a graph whose edges go both ways, neighbours different; None when too few
colours.

Backtracking on the node with the most colours around it, Brelaz 1979.
"""

from aurora.contracts.component import Adjacency, Example, K, Nat, component


@component(
    words="graph colouring coloring k colours assign neighbours different map",
    examples=[Example(({1: [2], 2: [1]}, 2), {1: 0, 2: 1}), Example(({1: [2], 2: [1]}, 1), None), Example(({}, 0), {})],
    holds=lambda graph, _colours, ret: ret is None or all(ret[a] != ret[b] for a, near in graph.items() for b in near),
    cost=2.0,
)
def graph_colour_bt(graph: Adjacency[K], colours: Nat) -> dict[K, int] | None:
    """A colour from 0 for each node of a graph whose edges go both ways, neighbours different; None when too few
    colours.
    """
    if any(node not in graph.get(near, []) for node, nears in graph.items() for near in nears):
        raise ValueError("an edge is given from one side only")
    chosen: dict[K, int] = {}

    def colour() -> bool:
        if len(chosen) == len(graph):
            return True
        around = {
            node: {chosen[near] for near in graph[node] if near in chosen} for node in graph if node not in chosen
        }
        node = max(around, key=lambda node: len(around[node]))
        fresh = min(colours, len(set(chosen.values())) + 1)
        for shade in range(fresh):
            if shade not in around[node]:
                chosen[node] = shade
                if colour():
                    return True
                del chosen[node]
        return False

    if any(node in near for node, near in graph.items()) or not colour():
        return None
    return {node: chosen[node] for node in graph}
