"""Whether an integer is base ** k for some k >= 0; the base is at least 2, or ValueError is raised."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="power of exact exponent of base powers of three ten",
    examples=[Example((81, 3), True), Example((12, 2), False), Example((1, 7), True), Example((0, 2), False)],
    holds=lambda number, base, ret: not ret or number == 1 or number % base == 0,
)
def is_power_of(number: int, base: Positive) -> bool:
    """Whether an integer is base ** k for some k >= 0; the base is at least 2, or ValueError is raised."""
    if base < 2:
        raise ValueError("the base must be at least 2")
    power = 1
    while power < number:
        power *= base
    return power == number
