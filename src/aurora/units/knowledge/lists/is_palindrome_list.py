"""Whether a list reads the same forwards and backwards."""

from aurora.contracts.component import Example, T, component


@component(
    words="palindromic symmetric mirror reversed same",
    examples=[Example(([1, 2, 1],), True), Example(([1, 2],), False), Example(([],), True)],
    holds=lambda values, ret: not ret or values[: len(values) // 2] == values[::-1][: len(values) // 2],
)
def is_palindrome_list(values: list[T]) -> bool:
    """Whether a list reads the same forwards and backwards."""
    return values == values[::-1]
