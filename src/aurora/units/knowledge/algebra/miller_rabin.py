"""Whether a number is prime, quickly for numbers of any size.

Miller 1976, Rabin 1980; the first 13 primes as bases decide every number below 3.3e24 (Sorenson and Webster 2015).
"""

from aurora.contracts.component import Example, component


@component(
    words="prime test large probable miller rabin",
    examples=[Example((97,), True), Example((1,), False), Example((3215031751,), False)],
    holds=lambda number, ret: not ret or (number > 1 and all(number % d or number == d for d in (2, 3, 5, 7))),
)
def miller_rabin(number: int) -> bool:
    """Whether a number is prime, quickly for numbers of any size."""
    primes = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
    if number < 2 or any(number % prime == 0 for prime in primes):
        return number in primes
    twos = (number - 1 & 1 - number).bit_length() - 1
    for base in primes:
        power = pow(base, number - 1 >> twos, number)
        if power == 1:
            continue
        for _ in range(twos):
            if power == number - 1:
                break
            power = power * power % number
        else:
            return False
    return True
