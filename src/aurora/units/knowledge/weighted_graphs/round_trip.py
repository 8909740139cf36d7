"""The lowest total weight of a round trip through all nodes of a matrix of weights, once each.

Held and Karp 1962: the best way through each set of nodes to each of its nodes.
"""

from aurora.contracts.component import Example, Square, component


@component(
    words="travelling traveling salesman round trip tour minimum cost visit all cities",
    examples=[
        Example(([[0, 10, 15, 20], [10, 0, 35, 25], [15, 35, 0, 30], [20, 25, 30, 0]],), 80),
        Example(([[0]],), 0),
        Example(([[0, 3], [4, 0]],), 7),
    ],
    holds=lambda weights, ret: (
        len(weights) == 1 or ret >= sum(min(row[:i] + row[i + 1 :]) for i, row in enumerate(weights))
    ),
    cost=3.0,
)
def round_trip(weights: Square[int]) -> int:
    """The lowest total weight of a round trip through all nodes of a matrix of weights, once each."""
    if len(weights) == 1:
        return 0
    best = {(1 << node, node): weights[0][node] for node in range(1, len(weights))}
    for _ in range(len(weights) - 2):
        longer: dict[tuple[int, int], int] = {}
        for (visited, last), total in best.items():
            for node in range(1, len(weights)):
                if not visited >> node & 1:
                    key = (visited | 1 << node, node)
                    reached = total + weights[last][node]
                    longer[key] = min(reached, longer.get(key, reached))
        best = longer
    return min(total + weights[last][0] for (_, last), total in best.items())
