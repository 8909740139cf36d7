"""The Lucas number at a place, L(0) = 2 and L(1) = 1, each the sum of the two before.

Lucas 1878.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="lucas number nth sequence fibonacci like",
    examples=[Example((4,), 7), Example((0,), 2), Example((1,), 1)],
    holds=lambda n, ret: n == 1 or ret > n or n == 3,
)
def lucas_number(n: Nat) -> int:
    """The Lucas number at a place, L(0) = 2 and L(1) = 1, each the sum of the two before."""
    if n < 0:
        raise ValueError("the place must not be negative")
    here, following = 2, 1
    for _ in range(n):
        here, following = following, here + following
    return here
