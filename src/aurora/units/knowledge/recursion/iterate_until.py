"""The first of start, step(start), step(step(start)), ... that meets a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="loop tail recursion repeat until done simulate steps trampoline",
    examples=[
        Example((1, lambda n: n * 2, lambda n: n > 100, 50), 128),
        Example((5, lambda n: n - 1, lambda n: n == 5, 0), 5),
    ],
    holds=lambda _start, _step, done, _limit, ret: done(ret),
    cost=2.0,
)
def iterate_until(start: T, step: Callable[[T], T], done: Callable[[T], bool], limit: Nat) -> T:
    """The first of start, step(start), step(step(start)), ... that meets a condition.

    Raises ValueError when none of the first `limit` steps leads to it.
    """
    value = start
    for _ in range(limit):
        if done(value):
            return value
        value = step(value)
    if not done(value):
        raise ValueError("the condition was not met within the limit")
    return value
