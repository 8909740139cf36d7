"""All assignments of n conditions with what a function makes of them, False before True."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, Nat, component


@component(
    words="truth table boolean function all combinations",
    examples=[Example((all, 0), [([], True)]), Example((any, 1), [([False], False), ([True], True)])],
    holds=lambda f, n, ret: len(ret) == 2**n and all(f(flags) == result for flags, result in ret),
    cost=2.0,
)
def truth_table(f: Callable[[list[bool]], bool], n: Nat) -> list[tuple[list[bool], bool]]:
    """All assignments of n conditions with what a function makes of them, False before True.

    Raises ValueError below 0 and above 10.
    """
    if not 0 <= n <= 10:
        raise ValueError("n must be 0 to 10: the table doubles with each")
    return [(list(flags), f(list(flags))) for flags in itertools.product([False, True], repeat=n)]
