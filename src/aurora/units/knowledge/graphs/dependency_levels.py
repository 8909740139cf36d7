"""The nodes of a graph in waves: each after all its predecessors, as early as possible, in ascending order."""

import collections

from aurora.contracts.component import Adjacency, C, Example, component


@component(
    words="topological levels waves layers parallel dependencies batches generations",
    examples=[
        Example(({1: [3], 2: [3], 3: []},), [[1, 2], [3]]),
        Example(({},), []),
        Example(({"a": ["b"]},), [["a"], ["b"]]),
    ],
    holds=lambda _graph, ret: all(ret) and len({node for wave in ret for node in wave}) == sum(map(len, ret)),
)
def dependency_levels(graph: Adjacency[C]) -> list[list[C]]:
    """The nodes of a graph in waves, each after its predecessors; raises `ValueError` when a cycle forbids it."""
    incoming = collections.Counter(node for successors in graph.values() for node in successors)
    rest = set(graph) | set(incoming)
    waves = []
    while rest:
        wave = sorted(node for node in rest if not incoming[node])
        if not wave:
            raise ValueError("the graph has a cycle")
        waves.append(wave)
        rest -= set(wave)
        incoming.subtract(successor for node in wave for successor in graph.get(node, []))
    return waves
