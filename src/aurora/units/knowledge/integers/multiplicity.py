"""How often a divisor from 2 on divides a number that is not 0; raises ValueError otherwise."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="highest power of prime dividing valuation exponent trailing zeros divide repeatedly",
    examples=[Example((48, 2), 4), Example((45, 3), 2), Example((7, 5), 0)],
    holds=lambda number, divisor, ret: number % divisor**ret == 0 and number % divisor ** (ret + 1) != 0,
)
def multiplicity(number: int, divisor: Positive) -> Nat:
    """How often a divisor from 2 on divides a number that is not 0; raises ValueError otherwise."""
    if number == 0 or divisor < 2:
        raise ValueError("the number must not be 0 and the divisor at least 2")
    times = 0
    while number % divisor == 0:
        number //= divisor
        times += 1
    return times
