"""Whether edges (from, to, weight) between the nodes 0 to n - 1 have a cycle of negative total weight.

Bellman 1958, Ford 1956, from all nodes at once.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="negative cycle detect weights graph arbitrage",
    examples=[Example((2, [(0, 1, 1), (1, 0, -2)]), True), Example((2, [(0, 1, -5)]), False), Example((0, []), False)],
    holds=lambda _n, edges, ret: not ret or any(weight < 0 for _, _, weight in edges),
)
def detect_negative_cycle(n: Nat, edges: list[tuple[int, int, int]]) -> bool:
    """Whether edges (from, to, weight) between the nodes 0 to n - 1 have a cycle of negative total weight."""
    if any(not (0 <= first < n and 0 <= second < n) for first, second, _ in edges):
        raise IndexError("a node is not one of 0 to n - 1")
    totals = [0] * n
    for _ in range(n):
        changed = False
        for first, second, weight in edges:
            if totals[first] + weight < totals[second]:
                totals[second] = totals[first] + weight
                changed = True
        if not changed:
            return False
    return n > 0
