"""Whether no decimal digit occurs twice in an integer."""

from aurora.contracts.component import Example, component


@component(
    words="unique different digits no repeated digit",
    examples=[Example((1234,), True), Example((1214,), False), Example((0,), True)],
    holds=lambda number, ret: not ret or abs(number) < 10**10,
)
def has_distinct_digits(number: int) -> bool:
    """Whether no decimal digit occurs twice in an integer."""
    return len(set(str(abs(number)))) == len(str(abs(number)))
