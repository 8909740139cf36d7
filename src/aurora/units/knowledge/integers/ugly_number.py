"""Number at a place, from 1 on, among those with no prime factors but 2, 3 and 5."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="ugly hamming regular smooth number nth",
    examples=[Example((10,), 12), Example((1,), 1), Example((7,), 8)],
    holds=lambda place, ret: ret >= place,
)
def ugly_number(place: Positive) -> int:
    """Number at a place, from 1 on, among those with no prime factors but 2, 3 and 5."""
    found = [1]
    while len(found) < place:
        found.append(min(prime * known for prime in (2, 3, 5) for known in found if prime * known > found[-1]))
    return found[-1]
