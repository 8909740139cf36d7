"""The arrangement of the items before this one in lexicographic order; the last one before the first."""

from aurora.contracts.component import C, Example, component


@component(
    words="previous permutation before arrangement lexicographic dictionary order smaller",
    examples=[Example(([1, 3, 2],), [1, 2, 3]), Example(([1, 2, 3],), [3, 2, 1]), Example(([],), [])],
    holds=lambda items, ret: sorted(ret) == sorted(items) and (ret < items or ret == sorted(items, reverse=True)),
)
def previous_permutation(items: list[C]) -> list[C]:
    """The arrangement of the items before this one in lexicographic order; the last one before the first."""
    order = list(items)
    tail = next((i for i in range(len(order) - 1, 0, -1) if order[i] < order[i - 1]), 0)
    if tail:
        swap = next(i for i in range(len(order) - 1, 0, -1) if order[i] < order[tail - 1])
        order[tail - 1], order[swap] = order[swap], order[tail - 1]
    return order[:tail] + order[tail:][::-1]
