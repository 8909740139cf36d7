"""Whether the items are in the order of a binary heap: each is not greater than those at 2 i + 1 and 2 i + 2."""

from aurora.contracts.component import C, Example, component


@component(
    words="min heap check valid property parent children",
    examples=[Example(([1, 3, 2],), True), Example(([2, 1],), False), Example(([],), True)],
    holds=lambda items, ret: not ret or not items or items[0] == min(items),
)
def is_heap(items: list[C]) -> bool:
    """Whether the items are in the order of a binary heap: each is not greater than those at 2 i + 1 and 2 i + 2."""
    return not any(items[place] < items[(place - 1) // 2] for place in range(1, len(items)))
