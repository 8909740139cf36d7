"""The place, from 0, of the last of people in a circle when every k-th is taken out.

J(n) = (J(n - 1) + k) mod n.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="josephus problem circle survivor last remaining every kth eliminated",
    examples=[Example((7, 3), 3), Example((1, 5), 0), Example((5, 1), 4)],
    holds=lambda people, _step, ret: 0 <= ret < people,
)
def josephus(people: Positive, step: Positive) -> int:
    """The place, from 0, of the last of people in a circle when every k-th is taken out."""
    if people < 1 or step < 1:
        raise ValueError("at least one person and a step of at least 1 are needed")
    place = 0
    for size in range(2, people + 1):
        place = (place + step) % size
    return place
