"""The place of the least element of a rotated ascending list of different elements, by bisection."""

from aurora.contracts.component import C, Distinct, Example, Nat, component


@component(
    words="rotated sorted array minimum pivot how many rotations",
    examples=[Example(([4, 5, 1, 2, 3],), 2), Example(([1, 2, 3],), 0), Example(([7],), 0)],
    holds=lambda values, ret: 0 <= ret < len(values),
)
def rotation_point(values: Distinct[C]) -> Nat:
    """The place of the least element of a rotated ascending list of different elements, by bisection.

    Raises ValueError for an empty list.
    """
    if not values:
        raise ValueError("an empty list has no least element")
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if values[high] < values[middle]:
            low = middle + 1
        else:
            high = middle
    return low
