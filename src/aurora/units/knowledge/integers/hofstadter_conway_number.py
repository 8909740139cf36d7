"""Nth number of the Hofstadter-Conway sequence: 1, 1, 2, 2, 3, 4, 4, 4, 5, ..."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="newman conway hofstadter sequence number nth",
    examples=[Example((1,), 1), Example((10,), 6), Example((6,), 4)],
    holds=lambda n, ret: n <= 2 * ret,
)
def hofstadter_conway_number(n: Positive) -> int:
    """Nth number of the Hofstadter-Conway sequence: 1, 1, 2, 2, 3, 4, 4, 4, 5, ..."""
    terms = [0, 1, 1]
    for place in range(3, n + 1):
        terms.append(terms[terms[-1]] + terms[place - terms[-1]])
    return terms[n]
