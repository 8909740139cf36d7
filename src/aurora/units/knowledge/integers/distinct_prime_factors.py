"""Prime divisors of a number, each once, ascending."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="distinct unique prime divisors factors",
    examples=[Example((60,), [2, 3, 5]), Example((1,), []), Example((13,), [13])],
    holds=lambda number, ret: all(number % prime == 0 for prime in ret),
)
def distinct_prime_factors(number: Positive) -> list[int]:
    """Prime divisors of a number, each once, ascending."""
    found, divisor = [], 2
    while number > 1:
        if number % divisor == 0:
            found.append(divisor)
            while number % divisor == 0:
                number //= divisor
        divisor += 1
    return found
