"""The first place with the same sum before and after it; -1 when there is none."""

from aurora.contracts.component import Example, component


@component(
    words="equilibrium pivot index balance point left sum equals right sum",
    examples=[Example(([1, 7, 3, 6, 5, 6],), 3), Example(([1, 2, 3],), -1), Example(([5],), 0)],
    holds=lambda numbers, ret: ret == -1 or sum(numbers[:ret]) == sum(numbers[ret + 1 :]),
)
def balance_place(numbers: list[int]) -> int:
    """The first place with the same sum before and after it; -1 when there is none."""
    left, total = 0, sum(numbers)
    for place, number in enumerate(numbers):
        if 2 * left + number == total:
            return place
        left += number
    return -1
