"""The primes whose product is a positive integer, ascending, each as often as it divides."""

import math

from aurora.contracts.component import Example, Positive, Sorted, component


@component(
    words="factorise factorization decompose prime factors multiplicity product",
    examples=[Example((12,), [2, 2, 3]), Example((13,), [13]), Example((1,), [])],
    holds=lambda number, ret: math.prod(ret) == number,
)
def prime_factors(number: Positive) -> Sorted[int]:
    """The primes whose product is a positive integer, ascending, each as often as it divides.

    Raises ValueError below 1.
    """
    if number < 1:
        raise ValueError("only integers from 1 on have prime factors")
    found = []
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor:
            divisor += 1
        else:
            found.append(divisor)
            number //= divisor
    return [*found, number] if number > 1 else found
