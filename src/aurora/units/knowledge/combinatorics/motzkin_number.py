"""Number of ways to draw chords between points on a circle that do not cross.

Motzkin 1948: (n + 2) M(n) = (2n + 1) M(n - 1) + (3n - 3) M(n - 2).
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="motzkin number chords circle non crossing paths",
    examples=[Example((4,), 9), Example((0,), 1), Example((1,), 1)],
    holds=lambda points, ret: ret >= 2 ** (points // 2),
)
def motzkin_number(points: Nat) -> int:
    """Number of ways to draw chords between points on a circle that do not cross."""
    if points < 0:
        raise ValueError("the number of points must not be negative")
    before, ways = 1, 1
    for n in range(2, points + 1):
        before, ways = ways, ((2 * n + 1) * ways + (3 * n - 3) * before) // (n + 2)
    return ways
