"""The exclusive or of all numbers from one to another, both included.

The exclusive or of 0 to n has a period of four.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="xor range all numbers from to exclusive or",
    examples=[Example((3, 5), 2), Example((0, 0), 0), Example((1, 4), 4)],
    holds=lambda first, last, ret: first != last or ret == first,
)
def xor_range(first: Nat, last: Nat) -> int:
    """The exclusive or of all numbers from one to another, both included."""
    if not 0 <= first <= last:
        raise ValueError("the range must ascend and not be negative")

    def upto(number: int) -> int:
        return (number, 1, number + 1, 0)[number % 4]

    return upto(last) ^ (upto(first - 1) if first else 0)
