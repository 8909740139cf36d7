"""The arrangement of the items that is at a place among all in the order of their places, from 0.

The factorial number system.
"""

import math

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="nth kth permutation sequence lexicographic unrank at index",
    examples=[Example(([1, 2, 3], 2), [2, 1, 3]), Example(([1, 2, 3], 0), [1, 2, 3]), Example((["a"], 0), ["a"])],
    holds=lambda items, place, ret: len(ret) == len(items) and (place != 0 or ret == items),
)
def nth_permutation(items: list[T], place: Nat) -> list[T]:
    """The arrangement of the items that is at a place among all in the order of their places, from 0."""
    if not 0 <= place < math.factorial(len(items)):
        raise IndexError("there are not so many arrangements")
    rest = list(items)
    order = []
    while rest:
        choice, place = divmod(place, math.factorial(len(rest) - 1))
        order.append(rest.pop(choice))
    return order
