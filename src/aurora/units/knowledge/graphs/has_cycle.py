"""Whether a graph whose edges have a direction has a way from a node back to it.

Kahn 1962: nodes without predecessors are taken away until none is left.
"""

import collections

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="cycle directed graph detect circular dependency loop",
    examples=[Example(({1: [2], 2: [1]},), True), Example(({1: [2], 2: []},), False), Example(({},), False)],
    holds=lambda graph, ret: ret or all(node not in neighbours for node, neighbours in graph.items()),
)
def has_cycle(graph: Adjacency[K]) -> bool:
    """Whether a graph whose edges have a direction has a way from a node back to it."""
    incoming = collections.Counter(node for neighbours in graph.values() for node in neighbours)
    nodes = set(graph) | set(incoming)
    free = [node for node in nodes if not incoming[node]]
    for node in free:
        for neighbour in graph.get(node, []):
            incoming[neighbour] -= 1
            if not incoming[neighbour]:
                free.append(neighbour)
    return len(free) < len(nodes)
