"""The last decimal digit of a power."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="last unit digit of power large exponent",
    examples=[Example((2, 10), 4), Example((7, 0), 1), Example((10, 5), 0)],
    holds=lambda base, exponent, ret: 0 <= ret <= 9 and (exponent == 0 or (ret - base) % 2 == 0),
)
def last_digit_of_power(base: int, exponent: Nat) -> int:
    """The last decimal digit of a power."""
    return pow(base, exponent, 10)
