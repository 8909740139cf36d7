"""Fewest trials that surely find the highest safe floor with a number of eggs.

With t trials and e eggs at most f(t, e) = f(t - 1, e - 1) + f(t - 1, e) + 1 floors can be told apart.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="egg dropping puzzle minimum trials floors attempts worst case",
    examples=[Example((2, 10), 4), Example((1, 5), 5), Example((3, 0), 0)],
    holds=lambda _eggs, floors, ret: floors.bit_length() <= ret <= floors,
)
def egg_drop(eggs: Positive, floors: Nat) -> int:
    """Fewest trials that surely find the highest safe floor with a number of eggs."""
    if eggs < 1 or floors < 0:
        raise ValueError("at least one egg is needed and floors must not be negative")
    covered = [0] * (min(eggs, floors.bit_length()) + 1)
    trials = 0
    while covered[-1] < floors:
        trials += 1
        for egg in range(len(covered) - 1, 0, -1):
            covered[egg] += covered[egg - 1] + 1
    return trials
