"""In how many ways a staircase can be climbed with one to `longest` steps at a time.

The `longest`-bonacci recurrence, with a running sum of the last terms.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="stairs staircase steps ways climb hops jump tribonacci at most k steps up to m",
    examples=[Example((4, 3), 7), Example((5, 1), 1), Example((0, 2), 1)],
    holds=lambda steps, longest, ret: longest < steps or steps == 0 or ret == 2 ** (steps - 1),
)
def climb_stairs_upto(steps: Nat, longest: Positive) -> int:
    """In how many ways a staircase can be climbed with one to `longest` steps at a time."""
    if steps < 0 or longest < 1:
        raise ValueError("steps must not be negative and the longest move at least 1")
    ways = [1]
    window = 1
    for step in range(1, steps + 1):
        ways.append(window)
        window += ways[step] - (ways[step - longest] if step >= longest else 0)
    return ways[steps]
