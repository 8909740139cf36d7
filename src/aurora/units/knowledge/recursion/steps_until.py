"""How many times a step must be applied to a start until a condition is met."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="count iterations number of steps until repeat how many times",
    examples=[
        Example((1, lambda n: n * 2, lambda n: n > 100, 50), 7),
        Example((5, lambda n: n - 1, lambda n: n == 5, 0), 0),
    ],
    holds=lambda start, _step, done, limit, ret: 0 <= ret <= limit and (ret > 0) == (not done(start)),
    cost=2.0,
)
def steps_until(start: T, step: Callable[[T], T], done: Callable[[T], bool], limit: Nat) -> Nat:
    """How many times a step must be applied to a start until a condition is met.

    Raises ValueError when `limit` steps do not lead to it.
    """
    value = start
    for count in range(limit + 1):
        if done(value):
            return count
        value = step(value)
    raise ValueError("the condition was not met within the limit")
