"""Length of the longest run of one bits of a number.

Each `number & number >> 1` shortens every run by one.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="longest run consecutive ones set bits binary maximum streak",
    examples=[Example((14,), 3), Example((0,), 0), Example((222,), 4)],
    holds=lambda number, ret: "1" * ret in f"{number:b}" and "1" * (ret + 1) not in f"{number:b}",
)
def longest_ones_run(number: Nat) -> int:
    """Length of the longest run of one bits of a number."""
    if number < 0:
        raise ValueError("the number must not be negative")
    length = 0
    while number:
        number &= number >> 1
        length += 1
    return length
