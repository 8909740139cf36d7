"""The largest exclusive or of two of the numbers; 0 for fewer than two.

Bit by bit from the highest, with the set of prefixes.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="maximum xor of two numbers pair largest",
    examples=[Example(([3, 10, 5, 25, 2, 8],), 28), Example(([7],), 0), Example(([4, 4],), 0)],
    holds=lambda numbers, ret: ret >= max((number ^ numbers[0] for number in numbers), default=0),
)
def max_xor_pair(numbers: list[Nat]) -> int:
    """The largest exclusive or of two of the numbers; 0 for fewer than two."""
    if any(number < 0 for number in numbers):
        raise ValueError("numbers must not be negative")
    best = 0
    for place in range(max(numbers, default=0).bit_length() - 1, -1, -1):
        prefixes = {number >> place for number in numbers}
        wanted = best >> place | 1
        if any(prefix ^ wanted in prefixes for prefix in prefixes):
            best |= 1 << place
    return best
