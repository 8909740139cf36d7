"""Whether there is a way from a node of a graph to another."""

from aurora.contracts.component import Adjacency, Example, K, component


@component(
    words="path exists reachable connected between nodes graph",
    examples=[
        Example(({1: [2], 2: [3], 3: []}, 1, 3), True),
        Example(({1: [2], 2: []}, 2, 1), False),
        Example(({}, 5, 5), True),
    ],
    holds=lambda graph, start, goal, ret: ret or (start != goal and goal not in graph.get(start, [])),
)
def has_path(graph: Adjacency[K], start: K, goal: K) -> bool:
    """Whether there is a way from a node of a graph to another."""
    seen = {start}
    stack = [start]
    while stack:
        for neighbour in graph.get(stack.pop(), []):
            if neighbour not in seen:
                seen.add(neighbour)
                stack.append(neighbour)
    return goal in seen
