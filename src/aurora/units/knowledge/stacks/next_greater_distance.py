"""For each item how many places after it the next greater one is, 0 where there is none."""

from aurora.contracts.component import C, Example, component


@component(
    words="days until warmer temperature wait next greater distance how far",
    examples=[Example(([73, 74, 71, 76],), [1, 2, 1, 0]), Example(([3, 3],), [0, 0]), Example(([],), [])],
    holds=lambda items, ret: all(not far or items[i + far] > items[i] for i, far in enumerate(ret)),
)
def next_greater_distance(items: list[C]) -> list[int]:
    """For each item how many places after it the next greater one is, 0 where there is none."""
    found = [0] * len(items)
    waiting: list[int] = []
    for place, item in enumerate(items):
        while waiting and items[waiting[-1]] < item:
            earlier = waiting.pop()
            found[earlier] = place - earlier
        waiting.append(place)
    return found
