"""Whether a number is a power of a base: 1, base, base * base, ..."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="power of check base three four exponent",
    examples=[Example((81, 3), True), Example((12, 2), False), Example((1, 7), True)],
    holds=lambda number, base, ret: not ret or number == 1 or number % base == 0,
)
def is_power_of_base(number: int, base: Positive) -> bool:
    """Whether a number is a power of a base: 1, base, base * base, ..."""
    if base < 2:
        raise ValueError("the base is at least 2")
    power = 1
    while power < number:
        power *= base
    return power == number
