"""What a function of two gives for what a key gives for each of two values."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="compare by key on combinator apply to transformed arguments",
    examples=[Example((lambda a, b: a < b, len, "ab", "abc"), True), Example((lambda a, b: a + b, abs, -1, -2), 3)],
    holds=lambda f, key, a, b, ret: ret == f(key(a), key(b)),
)
def apply_on(f: Callable[[U, U], V], key: Callable[[T], U], a: T, b: T) -> V:
    """What a function of two gives for what a key gives for each of two values."""
    return f(key(a), key(b))
