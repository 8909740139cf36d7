"""Term n of a sequence that begins with the given terms and goes on with a function of all terms before."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="recursive sequence dynamic memo previous terms general recurrence fibonacci like",
    examples=[
        Example(([0, 1], lambda terms: terms[-1] + terms[-2], 10), 55),
        Example(([1], lambda terms: 2 * terms[-1], 5), 32),
        Example((["a"], lambda terms: terms[-1] + "b", 0), "a"),
    ],
    holds=lambda start, _step, n, ret: n >= len(start) or ret == start[n],
)
def recurrence(start: list[T], step: Callable[[list[T]], T], n: Nat) -> T:
    """Term n of a sequence that begins with the given terms and goes on with a function of all terms before.

    Raises ValueError for a negative n.
    """
    if n < 0:
        raise ValueError("terms are counted from 0")
    terms = list(start)
    while len(terms) <= n:
        terms.append(step(terms))
    return terms[n]
