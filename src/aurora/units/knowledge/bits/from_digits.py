"""The number with these digits in a base, the highest first.

Horner's scheme.
"""

import functools

from aurora.contracts.component import Example, Positive, component


@component(
    words="digits list to number base join combine radix horner",
    examples=[Example(([1, 0, 1, 0], 2), 10), Example(([], 10), 0), Example(([1, 2, 3], 10), 123)],
    holds=lambda digits, base, ret: not digits or (ret - digits[-1]) % base == 0,
)
def from_digits(digits: list[int], base: Positive) -> int:
    """The number with these digits in a base, the highest first."""
    return functools.reduce(lambda number, digit: number * base + digit, digits, 0)
