"""Whether the nodes of a graph whose edges go both ways can be given two colours, neighbours different ones."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="bipartite two colouring graph check two groups odd cycle",
    examples=[
        Example(({1: [2], 2: [1, 3], 3: [2]},), True),
        Example(({1: [2, 3], 2: [1, 3], 3: [1, 2]},), False),
        Example(({},), True),
    ],
    holds=lambda graph, ret: not ret or all(node not in neighbours for node, neighbours in graph.items()),
)
def is_bipartite(graph: Adjacency[K]) -> bool:
    """Whether the nodes of a graph whose edges go both ways can be given two colours, neighbours different ones."""
    colours: dict[K, bool] = {}
    for start in graph:
        queue = [start] if start not in colours else []
        colours.setdefault(start, True)
        for node in queue:
            for neighbour in graph.get(node, []):
                if neighbour not in colours:
                    colours[neighbour] = not colours[node]
                    queue.append(neighbour)
                elif colours[neighbour] == colours[node]:
                    return False
    return True
