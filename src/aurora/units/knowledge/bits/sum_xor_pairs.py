"""The sum of the exclusive or of every pair of numbers.

Bit by bit: ones times zeros.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="sum of xor of all pairs bitwise",
    examples=[Example(([5, 9, 7, 6],), 47), Example(([3],), 0), Example(([],), 0)],
    holds=lambda numbers, ret: (ret == 0) == (len(set(numbers)) < 2),
)
def sum_xor_pairs(numbers: list[Nat]) -> int:
    """The sum of the exclusive or of every pair of numbers."""
    if any(number < 0 for number in numbers):
        raise ValueError("numbers must not be negative")
    total = 0
    for place in range(max(numbers, default=0).bit_length()):
        ones = sum(number >> place & 1 for number in numbers)
        total += ones * (len(numbers) - ones) << place
    return total
