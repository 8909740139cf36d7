"""The connected parts of a graph whose edges go both ways, each by breadth, in the order of the nodes."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="connected components groups clusters undirected graph parts",
    examples=[Example(({1: [2], 2: [1], 3: []},), [[1, 2], [3]]), Example(({},), []), Example(({"a": []},), [["a"]])],
    holds=lambda graph, ret: (
        sorted(map(repr, graph)) == sorted(repr(node) for part in ret for node in part)
        or any(node not in graph for part in ret for node in part)
    ),
)
def components(graph: Adjacency[K]) -> list[list[K]]:
    """The connected parts of a graph whose edges go both ways, each by breadth, in the order of the nodes."""
    seen: set[K] = set()
    parts = []
    for start in graph:
        if start in seen:
            continue
        part = [start]
        seen.add(start)
        for node in part:
            fresh = [near for near in dict.fromkeys(graph.get(node, [])) if near not in seen]
            seen.update(fresh)
            part += fresh
        parts.append(part)
    return parts
