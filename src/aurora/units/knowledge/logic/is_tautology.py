"""Whether a function of n conditions is true for all of their values; raises ValueError below 0 and above 10."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, Nat, component


@component(
    words="tautology always true valid formula boolean",
    examples=[
        Example((lambda flags: flags[0] or not flags[0], 1), True),
        Example((any, 2), False),
        Example((all, 0), True),
    ],
    holds=lambda f, n, ret: ret == all(f(list(flags)) for flags in itertools.product([True, False], repeat=n)),
    cost=2.0,
)
def is_tautology(f: Callable[[list[bool]], bool], n: Nat) -> bool:
    """Whether a function of n conditions is true for all of their values; raises ValueError below 0 and above 10."""
    if not 0 <= n <= 10:
        raise ValueError("n must be 0 to 10: the cases double with each")
    return all(f(list(flags)) for flags in itertools.product([False, True], repeat=n))
