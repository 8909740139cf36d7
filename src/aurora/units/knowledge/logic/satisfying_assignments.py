"""The values of n conditions for which a function of them is true; raises ValueError below 0 and above 10."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, Nat, component


@component(
    words="satisfiability sat solutions boolean formula assignments",
    examples=[Example((all, 2), [[True, True]]), Example((any, 0), [])],
    holds=lambda f, n, ret: all(len(flags) == n and f(flags) for flags in ret),
    cost=2.0,
)
def satisfying_assignments(f: Callable[[list[bool]], bool], n: Nat) -> list[list[bool]]:
    """The values of n conditions for which a function of them is true; raises ValueError below 0 and above 10."""
    if not 0 <= n <= 10:
        raise ValueError("n must be 0 to 10: the cases double with each")
    return [list(flags) for flags in itertools.product([False, True], repeat=n) if f(list(flags))]
