"""For each item the next greater one after it, None where there is none.

A stack of items that wait for a greater one.
"""

from aurora.contracts.component import C, Example, component


@component(
    words="next greater element monotonic stack larger to the right",
    examples=[Example(([2, 1, 3],), [3, 3, None]), Example(([3, 2],), [None, None]), Example(([],), [])],
    holds=lambda items, ret: all(found is None or found > item for item, found in zip(items, ret, strict=True)),
)
def next_greater(items: list[C]) -> list[C | None]:
    """For each item the next greater one after it, None where there is none."""
    found: list[C | None] = [None] * len(items)
    waiting: list[int] = []
    for place, item in enumerate(items):
        while waiting and items[waiting[-1]] < item:
            found[waiting.pop()] = item
        waiting.append(place)
    return found
