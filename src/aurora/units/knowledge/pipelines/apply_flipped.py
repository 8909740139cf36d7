"""What a function of two gives for its arguments in exchanged order."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="flip swap arguments reverse order of parameters",
    examples=[Example((lambda a, b: a - b, 1, 5), 4), Example((lambda a, b: a + b, "x", "y"), "yx")],
    holds=lambda f, a, b, ret: ret == f(b, a),
)
def apply_flipped(f: Callable[[U, T], V], a: T, b: U) -> V:
    """What a function of two gives for its arguments in exchanged order."""
    return f(b, a)
