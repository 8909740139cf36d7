"""Number at a place, from 1 on, among those that have no prime factors but the given ones."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="ugly super ugly hamming regular smooth number nth primes",
    examples=[
        Example(
            (
                6,
                [2, 11],
            ),
            16,
        ),
        Example(
            (
                1,
                [3],
            ),
            1,
        ),
        Example(
            (
                10,
                [2, 3, 5],
            ),
            12,
        ),
    ],
    holds=lambda place, primes, ret: ret >= place or 2 not in primes or 3 not in primes,
)
def regular_number(place: Positive, primes: list[int]) -> int:
    """Number at a place, from 1 on, among those that have no prime factors but the given ones."""
    found = [1]
    while len(found) < place:
        found.append(min(prime * known for prime in primes for known in found if prime * known > found[-1]))
    return found[-1]
