"""In how many ways a staircase can be climbed with one or two steps at a time.

The Fibonacci recurrence: the last move was one step or two.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="stairs staircase steps ways climb hops reach top fibonacci tiling 2xn board dominoes",
    examples=[Example((4,), 5), Example((1,), 1), Example((0,), 1)],
    holds=lambda steps, ret: ret >= steps // 2 + 1,
)
def climb_stairs(steps: Nat) -> int:
    """In how many ways a staircase can be climbed with one or two steps at a time."""
    if steps < 0:
        raise ValueError("steps must not be negative")
    ways, following = 1, 1
    for _ in range(steps):
        ways, following = following, ways + following
    return ways
