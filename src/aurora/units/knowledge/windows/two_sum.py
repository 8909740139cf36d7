"""Places of the first two numbers that add up to a target: the earliest end, then its partner; None when there are
none.

One pass with the places of the numbers before.
"""

from aurora.contracts.component import Example, component


@component(
    words="two sum pair indices add up to target positions",
    examples=[Example(([2, 7, 11, 15], 9), (0, 1)), Example(([1, 2], 7), None), Example(([3, 3], 6), (0, 1))],
    holds=lambda numbers, target, ret: ret is None or (ret[0] < ret[1] and numbers[ret[0]] + numbers[ret[1]] == target),
)
def two_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Places of the first two numbers that add up to a target: the earliest end, then its partner; None when there
    are none.
    """
    places: dict[int, int] = {}
    for place, number in enumerate(numbers):
        if target - number in places:
            return (places[target - number], place)
        places.setdefault(number, place)
    return None
