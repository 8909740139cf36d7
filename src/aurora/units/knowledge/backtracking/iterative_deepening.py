"""A way with fewest steps from a node of a graph to another, of at most `limit` steps; None when there is none.

Korf 1985: depth-first search with limits 0, 1, 2, ...
"""

from aurora.contracts.component import Adjacency, Example, K, Nat, component


@component(
    words="iterative deepening depth limited search path fewest steps",
    examples=[
        Example(({1: [2, 3], 2: [4], 3: [4], 4: []}, 1, 4, 5), [1, 2, 4]),
        Example(({1: [2], 2: []}, 2, 1, 3), None),
        Example(({}, 7, 7, 0), [7]),
    ],
    holds=lambda _graph, start, goal, limit, ret: (
        ret is None or (ret[0] == start and ret[-1] == goal and len(ret) <= limit + 1)
    ),
    cost=2.0,
)
def iterative_deepening(graph: Adjacency[K], start: K, goal: K, limit: Nat) -> list[K] | None:
    """A way with fewest steps from a node of a graph to another, of at most `limit` steps; None when there is none."""
    for depth in range(limit + 1):
        stack = [[start]]
        while stack:
            way = stack.pop()
            if way[-1] == goal:
                return way
            if len(way) <= depth:
                stack += [[*way, near] for near in reversed(graph.get(way[-1], [])) if near not in way]
    return None
