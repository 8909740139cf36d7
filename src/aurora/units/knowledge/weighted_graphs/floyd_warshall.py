"""The lowest total weights of ways between all nodes of a matrix of weights, in which None is no edge.

Floyd 1962, Warshall 1962; from a node to itself it is 0 at most.
"""

from aurora.contracts.component import Example, Square, component


@component(
    words="floyd warshall all pairs shortest distances matrix",
    examples=[
        Example(([[0, 3, None], [None, 0, 1], [2, None, 0]],), [[0, 3, 4], [3, 0, 1], [2, 5, 0]]),
        Example(([[None]],), [[0]]),
        Example(([[0, None], [None, 0]],), [[0, None], [None, 0]]),
    ],
    holds=lambda weights, ret: all(
        a is None or b <= a for x, y in zip(weights, ret, strict=True) for a, b in zip(x, y, strict=True)
    ),
)
def floyd_warshall(weights: Square[int | None]) -> Square[int | None]:
    """The lowest total weights of ways between all nodes of a matrix of weights, in which None is no edge."""
    nodes = range(len(weights))
    best: list[list[int | None]] = [list(row) for row in weights]
    for node in nodes:
        best[node][node] = min(0, best[node][node] or 0)
    for middle in nodes:
        for row in best:
            first = row[middle]
            for end, second in enumerate(best[middle]):
                if first is None or second is None:
                    continue
                now = row[end]
                row[end] = first + second if now is None else min(now, first + second)
    return best
