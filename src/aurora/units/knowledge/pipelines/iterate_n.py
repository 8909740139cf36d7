"""A value, what a function gives for it, what it gives for that, and so on: n values."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="iterate repeatedly apply orbit trajectory list of states generate",
    examples=[Example((lambda n: n * 2, 3, 4), [3, 6, 12, 24]), Example((str.upper, "a", 0), [])],
    holds=lambda _f, value, n, ret: len(ret) == max(n, 0) and ret[:1] == [value][: len(ret)],
)
def iterate_n(f: Callable[[T], T], value: T, n: Nat) -> list[T]:
    """A value, what a function gives for it, what it gives for that, and so on: n values."""
    results: list[T] = []
    for _ in range(n):
        results.append(value)
        value = f(value)
    return results
