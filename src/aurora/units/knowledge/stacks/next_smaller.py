"""For each item the next smaller one after it, None where there is none.

A stack of items that wait for a smaller one.
"""

from aurora.contracts.component import C, Example, component


@component(
    words="next smaller element monotonic stack lower to the right",
    examples=[Example(([2, 3, 1],), [1, 1, None]), Example(([2, 3],), [None, None]), Example(([],), [])],
    holds=lambda items, ret: all(found is None or found < item for item, found in zip(items, ret, strict=True)),
)
def next_smaller(items: list[C]) -> list[C | None]:
    """For each item the next smaller one after it, None where there is none."""
    found: list[C | None] = [None] * len(items)
    waiting: list[int] = []
    for place, item in enumerate(items):
        while waiting and item < items[waiting[-1]]:
            found[waiting.pop()] = item
        waiting.append(place)
    return found
