"""What a function gives for each element of a list, a default where it raises an error."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="safe map try except fallback on error guard",
    examples=[Example((int, ["1", "x"], 0), [1, 0]), Example((len, [], 0), [])],
    holds=lambda _f, values, _default, ret: len(ret) == len(values),
)
def call_each_or_default(f: Callable[[T], U], values: list[T], default: U) -> list[U]:
    """What a function gives for each element of a list, a default where it raises an error."""
    results: list[U] = []
    for value in values:
        try:
            results.append(f(value))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            results.append(default)
    return results
