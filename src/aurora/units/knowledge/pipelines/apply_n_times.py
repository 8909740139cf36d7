"""A value after a function was applied to it n times; raises ValueError for a negative n."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="repeat function application iterate power of function nest",
    examples=[Example((lambda n: n * 2, 3, 4), 48), Example((str.upper, "a", 0), "a")],
    holds=lambda _f, value, n, ret: n > 0 or ret == value,
)
def apply_n_times(f: Callable[[T], T], value: T, n: Nat) -> T:
    """A value after a function was applied to it n times; raises ValueError for a negative n."""
    if n < 0:
        raise ValueError("n must not be negative")
    for _ in range(n):
        value = f(value)
    return value
