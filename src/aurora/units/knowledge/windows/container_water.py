"""The most water between two of the vertical lines of these heights, which stand one apart.

Two pointers: the lower line moves inwards.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="container with most water two lines area largest",
    examples=[Example(([1, 8, 6, 2, 5, 4, 8, 3, 7],), 49), Example(([4],), 0), Example(([1, 1],), 1)],
    holds=lambda heights, ret: not heights or ret >= min(heights[0], heights[-1]) * (len(heights) - 1),
)
def container_water(heights: list[Nat]) -> int:
    """The most water between two of the vertical lines of these heights, which stand one apart."""
    left, right = 0, len(heights) - 1
    most = 0
    while left < right:
        most = max(most, min(heights[left], heights[right]) * (right - left))
        if heights[left] < heights[right]:
            left += 1
        else:
            right -= 1
    return most
