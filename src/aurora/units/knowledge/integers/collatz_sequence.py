"""The numbers from a positive start to 1 by the rule: halve the even, triple the odd and add 1."""

import itertools

from aurora.contracts.component import Example, Positive, component


@component(
    words="hailstone 3n+1 collatz chain path steps",
    examples=[Example((6,), [6, 3, 10, 5, 16, 8, 4, 2, 1]), Example((1,), [1]), Example((8,), [8, 4, 2, 1])],
    holds=lambda start, ret: (
        ret[0] == start and ret[-1] == 1 and all(b in (a // 2, 3 * a + 1) for a, b in itertools.pairwise(ret))
    ),
)
def collatz_sequence(start: Positive) -> list[int]:
    """The numbers from a positive start to 1 by the rule: halve the even, triple the odd and add 1.

    Raises ValueError below 1.
    """
    if start < 1:
        raise ValueError("the start must be at least 1")
    sequence = [start]
    while sequence[-1] != 1:
        last = sequence[-1]
        sequence.append(3 * last + 1 if last % 2 else last // 2)
    return sequence
