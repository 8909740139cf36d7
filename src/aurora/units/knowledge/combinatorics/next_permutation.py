"""The next arrangement of the items in lexicographic order; the first one after the last.

Narayana 1356: raise the last item that can be raised, reverse what follows.
"""

from aurora.contracts.component import C, Example, component


@component(
    words="next permutation following arrangement lexicographic dictionary order greater",
    examples=[Example(([1, 2, 3],), [1, 3, 2]), Example(([3, 2, 1],), [1, 2, 3]), Example(([],), [])],
    holds=lambda items, ret: sorted(ret) == sorted(items) and (ret > items or ret == sorted(items)),
)
def next_permutation(items: list[C]) -> list[C]:
    """The next arrangement of the items in lexicographic order; the first one after the last."""
    order = list(items)
    tail = next((i for i in range(len(order) - 1, 0, -1) if order[i - 1] < order[i]), 0)
    if tail:
        swap = next(i for i in range(len(order) - 1, 0, -1) if order[tail - 1] < order[i])
        order[tail - 1], order[swap] = order[swap], order[tail - 1]
    return order[:tail] + order[tail:][::-1]
