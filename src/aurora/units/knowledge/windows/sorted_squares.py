"""The squares of ascending numbers, ascending.

Two pointers from the ends, linear time.
"""

from aurora.contracts.component import Example, Sorted, component


@component(
    words="squares of sorted array ascending two pointers",
    examples=[Example(([-4, -1, 0, 3, 10],), [0, 1, 9, 16, 100]), Example(([],), []), Example(([-2],), [4])],
    holds=lambda numbers, ret: ret == sorted(ret) and len(ret) == len(numbers),
)
def sorted_squares(numbers: Sorted[int]) -> Sorted[int]:
    """The squares of ascending numbers, ascending."""
    left, right = 0, len(numbers) - 1
    squares = []
    while left <= right:
        if abs(numbers[left]) > abs(numbers[right]):
            squares.append(numbers[left] ** 2)
            left += 1
        else:
            squares.append(numbers[right] ** 2)
            right -= 1
    return squares[::-1]
