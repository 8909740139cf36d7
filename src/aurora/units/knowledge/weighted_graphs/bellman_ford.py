"""The lowest total weight of a way from a node to each of the nodes 0 to n - 1; None where there is no way.

Bellman 1958, Ford 1956: n - 1 rounds over the edges (from, to, weight), which may be negative.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="bellman ford shortest distances negative weights directed edges",
    examples=[
        Example((3, [(0, 1, 4), (0, 2, 5), (1, 2, -3)], 0), [0, 4, 1]),
        Example((2, [], 0), [0, None]),
        Example((1, [], 0), [0]),
    ],
    holds=lambda n, _edges, start, ret: len(ret) == n and ret[start] == 0,
)
def bellman_ford(n: Positive, edges: list[tuple[int, int, int]], start: Nat) -> list[int | None]:
    """The lowest total weight from a node to each; raises `ValueError` when a cycle of negative weight is on the
    way.
    """
    if any(not (0 <= first < n and 0 <= second < n) for first, second, _ in edges):
        raise IndexError("a node is not one of 0 to n - 1")
    totals: list[int | None] = [None] * n
    totals[start] = 0
    for _ in range(n):
        changed = False
        for first, second, weight in edges:
            base, now = totals[first], totals[second]
            if base is not None and (now is None or base + weight < now):
                totals[second] = base + weight
                changed = True
        if not changed:
            return totals
    raise ValueError("a cycle has a negative weight")
