"""What the first of the functions that raises no error gives for a value, or a default."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="retry fallback alternatives try each until success default on error",
    examples=[
        Example(("7", [int, float], -1), 7),
        Example(("7.5", [int, float], -1), 7.5),
        Example(("x", [int, float], -1), -1),
    ],
    holds=lambda _value, functions, default, ret: bool(functions) or ret == default,
)
def first_working(value: T, functions: list[Callable[[T], U]], default: U) -> U:
    """What the first of the functions that raises no error gives for a value, or a default."""
    for f in functions:
        try:
            return f(value)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            continue
    return default
