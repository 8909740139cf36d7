"""Number of ways in which people stay single or form pairs.

Involutions: a(n) = a(n - 1) + (n - 1) a(n - 2), Rothe 1800.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="pairing ways friends pairs single couples involutions remain",
    examples=[Example((4,), 10), Example((0,), 1), Example((3,), 4)],
    holds=lambda people, ret: ret >= max(1, people),
)
def pairing_ways(people: Nat) -> int:
    """Number of ways in which people stay single or form pairs."""
    if people < 0:
        raise ValueError("the number of people must not be negative")
    ways, following = 1, 1
    for size in range(1, people + 1):
        ways, following = following, following + size * ways
    return ways
