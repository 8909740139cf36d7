"""All different arrangements of the items, ascending.

Each is the next after the one before in lexicographic order, Narayana 1356.
"""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="distinct unique permutations arrangements with duplicates repeated",
    examples=[
        Example(([1, 2, 1],), [[1, 1, 2], [1, 2, 1], [2, 1, 1]]),
        Example(([],), [[]]),
        Example(([3, 3],), [[3, 3]]),
    ],
    holds=lambda items, ret: ret[0] == sorted(items) and all(a < b for a, b in itertools.pairwise(ret)),
    cost=2.0,
)
def distinct_permutations(items: list[C]) -> list[list[C]]:
    """All different arrangements of the items, ascending."""
    order = sorted(items)
    found = [list(order)]
    while True:
        tail = next((i for i in range(len(order) - 1, 0, -1) if order[i - 1] < order[i]), 0)
        if not tail:
            return found
        swap = next(i for i in range(len(order) - 1, 0, -1) if order[tail - 1] < order[i])
        order[tail - 1], order[swap] = order[swap], order[tail - 1]
        order[tail:] = order[tail:][::-1]
        found.append(list(order))
