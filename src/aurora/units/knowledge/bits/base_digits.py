"""The digits of a number in a base, the highest first; [0] for 0."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="digits of number in base list radix any base",
    examples=[Example((10, 2), [1, 0, 1, 0]), Example((0, 10), [0]), Example((255, 256), [255])],
    holds=lambda number, base, ret: all(0 <= digit < base for digit in ret) and ret[-1] == number % base,
)
def base_digits(number: Nat, base: Positive) -> list[int]:
    """The digits of a number in a base, the highest first; [0] for 0."""
    if number < 0 or base < 2:
        raise ValueError("the number must not be negative and the base at least 2")
    digits = [number % base]
    while number >= base:
        number //= base
        digits.append(number % base)
    return digits[::-1]
