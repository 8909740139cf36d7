"""Whether every node of a graph whose edges go both ways can be reached from every other."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="connected graph check all nodes reachable undirected",
    examples=[Example(({1: [2], 2: [1]},), True), Example(({1: [], 2: []},), False), Example(({},), True)],
    holds=lambda graph, ret: not ret or len(graph) < 2 or any(graph.values()),
)
def is_connected(graph: Adjacency[K]) -> bool:
    """Whether every node of a graph whose edges go both ways can be reached from every other."""
    seen = set(list(graph)[:1])
    stack = list(seen)
    while stack:
        for neighbour in graph.get(stack.pop(), []):
            if neighbour not in seen:
                seen.add(neighbour)
                stack.append(neighbour)
    return seen >= set(graph)
