"""The place of a value in a rotated ascending list of different elements, by bisection; -1 when it is not there."""

from aurora.contracts.component import C, Distinct, Example, component


@component(
    words="rotated sorted array binary search pivot",
    examples=[Example(([4, 5, 1, 2, 3], 1), 2), Example(([4, 5, 1], 7), -1), Example(([], 1), -1)],
    holds=lambda values, value, ret: ret == -1 or values[ret] == value,
    cost=2.0,
)
def search_rotated(values: Distinct[C], value: C) -> int:
    """The place of a value in a rotated ascending list of different elements, by bisection; -1 when it is not there."""
    low, high = 0, len(values) - 1
    while low <= high:
        middle = (low + high) // 2
        if values[middle] == value:
            return middle
        if values[middle] < values[low]:
            in_left = not (values[middle] < value and not values[high] < value)
        else:
            in_left = not value < values[low] and value < values[middle]
        low, high = (low, middle - 1) if in_left else (middle + 1, high)
    return -1
