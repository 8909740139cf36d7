"""The first n terms of a sequence that begins with given terms and goes on with a function of all before."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="recursive sequence generate list terms recurrence first n",
    examples=[
        Example(([0, 1], lambda terms: terms[-1] + terms[-2], 6), [0, 1, 1, 2, 3, 5]),
        Example(([1, 2], len, 1), [1]),
        Example(([1], len, 0), []),
    ],
    holds=lambda start, _step, n, ret: len(ret) == max(n, 0) and ret[: len(start)] == start[: len(ret)],
)
def recurrence_terms(start: list[T], step: Callable[[list[T]], T], n: Nat) -> list[T]:
    """The first n terms of a sequence that begins with given terms and goes on with a function of all before."""
    terms = list(start)
    while len(terms) < n:
        terms.append(step(terms))
    return terms[: max(n, 0)]
