"""The groups of nodes of a graph that can all reach each other, in an order in which edges between groups go
forward.

Kosaraju 1978, Sharir 1981.
"""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="strongly connected components directed graph groups mutual reachable",
    examples=[
        Example(({1: [2], 2: [1, 3], 3: []},), [[1, 2], [3]]),
        Example(({},), []),
        Example(({"a": ["b"], "b": []},), [["a"], ["b"]]),
    ],
    holds=lambda graph, ret: set(graph) <= {node for group in ret for node in group},
)
def strong_components(graph: Adjacency[K]) -> list[list[K]]:
    """The groups of nodes of a graph that can all reach each other, in an order in which edges between groups go
    forward.
    """

    def finished(edges: "Adjacency[K]", start: "K", seen: "set[K]") -> "list[K]":
        done = []
        seen.add(start)
        stack = [(start, iter(edges.get(start, [])))]
        while stack:
            _, rest = stack[-1]
            near = next((other for other in rest if other not in seen), None)
            if near is None:
                done.append(stack.pop()[0])
            else:
                seen.add(near)
                stack.append((near, iter(edges.get(near, []))))
        return done

    backward: dict[K, list[K]] = {}
    for node, neighbours in graph.items():
        for neighbour in neighbours:
            backward.setdefault(neighbour, []).append(node)
    seen: set[K] = set()
    order = [node for start in graph if start not in seen for node in finished(graph, start, seen)]
    grouped: set[K] = set()
    return [finished(backward, start, grouped)[::-1] for start in reversed(order) if start not in grouped]
