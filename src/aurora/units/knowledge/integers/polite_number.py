"""Number at a place, from 1 on, among those that are sums of two or more consecutive numbers: 3, 5, 6, 7, 9, ...

They are all but the powers of two, so that the place and the powers passed add up to it.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="polite number nth sum of consecutive",
    examples=[Example((7,), 11), Example((1,), 3), Example((4,), 7)],
    holds=lambda place, ret: ret > place and ret & (ret - 1) != 0,
)
def polite_number(place: Positive) -> int:
    """Number at a place, from 1 on, among those that are sums of two or more consecutive numbers: 3, 5, 6, 7, 9, ..."""
    if place < 1:
        raise ValueError("places are counted from 1")
    return place + (place + place.bit_length()).bit_length()
