"""The first of value, f(value), f(f(value)), ... that f does not change."""

from collections.abc import Callable

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="fixpoint repeat until stable unchanged convergence",
    examples=[
        Example((lambda n: n // 2, 9, 10), 0),
        Example((lambda text: text.replace("aa", "a"), "baaaa", 10), "ba"),
    ],
    holds=lambda f, _value, _limit, ret: f(ret) == ret,
    cost=2.0,
)
def fixed_point(f: Callable[[T], T], value: T, limit: Positive) -> T:
    """The first of value, f(value), f(f(value)), ... that f does not change.

    Raises ValueError when none of the first `limit` steps leads to one.
    """
    for _ in range(limit):
        following = f(value)
        if following == value:
            return value
        value = following
    raise ValueError("the value still changes at the limit")
