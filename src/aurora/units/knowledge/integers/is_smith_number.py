"""Whether a composite number has the digit sum of its prime factors taken together."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="smith number digit sum prime factors",
    examples=[Example((22,), True), Example((7,), False), Example((100,), False)],
    holds=lambda number, ret: not ret or number >= 4,
)
def is_smith_number(number: Positive) -> bool:
    """Whether a composite number has the digit sum of its prime factors taken together."""
    factors, rest, divisor = [], number, 2
    while rest > 1:
        while rest % divisor == 0:
            factors.append(divisor)
            rest //= divisor
        divisor += 1
    total = sum(int(digit) for factor in factors for digit in str(factor))
    return len(factors) > 1 and total == sum(map(int, str(number)))
