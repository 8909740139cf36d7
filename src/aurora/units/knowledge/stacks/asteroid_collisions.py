"""What is left of a row of moving bodies: positive ones go right, negative ones left, the smaller breaks."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="asteroid collision stack moving left right survive",
    examples=[Example(([5, 10, -5],), [5, 10]), Example(([8, -8],), []), Example(([-2, -1, 1],), [-2, -1, 1])],
    holds=lambda bodies, ret: all(a < 0 or b > 0 for a, b in itertools.pairwise(ret)) or 0 in bodies,
)
def asteroid_collisions(bodies: list[int]) -> list[int]:
    """What is left of a row of moving bodies: positive ones go right, negative ones left, the smaller breaks."""
    left: list[int] = []
    for body in bodies:
        alive = True
        while alive and body < 0 and left and left[-1] > 0:
            alive = left[-1] < -body
            if left[-1] <= -body:
                left.pop()
        if alive:
            left.append(body)
    return left
