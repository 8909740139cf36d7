"""The numbers of the first choice, in the order of their places, that add up to a target; None when none does.

Numbers must be positive; a branch ends when what is left is too little or too much.
"""

import itertools

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="subset sum find numbers adding to target which choice",
    examples=[Example(([3, 34, 4, 12, 5, 2], 9), [3, 4, 2]), Example(([2, 4], 5), None), Example(([], 0), [])],
    holds=lambda numbers, target, ret: ret is None or (sum(ret) == target and set(ret) <= set(numbers)),
    cost=2.0,
)
def subset_sum_bt(numbers: list[Positive], target: Nat) -> list[int] | None:
    """The numbers of the first choice, in the order of their places, that add up to a target; None when none does."""
    if any(number <= 0 for number in numbers):
        raise ValueError("numbers must be positive")
    left = [*itertools.accumulate(reversed(numbers), initial=0)][::-1]
    stack: list[tuple[int, int, list[int]]] = [(0, target, [])]
    while stack:
        place, rest, chosen = stack.pop()
        if rest == 0:
            return chosen
        if place < len(numbers) and 0 < rest <= left[place]:
            stack.append((place + 1, rest, chosen))
            stack.append((place + 1, rest - numbers[place], [*chosen, numbers[place]]))
    return None
