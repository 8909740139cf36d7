"""Whether the decimal digits of an integer read the same backwards; a negative one never does."""

from aurora.contracts.component import Example, component


@component(
    words="palindrome number reversed digits same mirror",
    examples=[Example((12321,), True), Example((123,), False), Example((-11,), False)],
    holds=lambda number, ret: not ret or number < 10 or number % 10 == int(str(number)[0]),
)
def is_palindromic_number(number: int) -> bool:
    """Whether the decimal digits of an integer read the same backwards; a negative one never does."""
    return str(number) == str(number)[::-1]
