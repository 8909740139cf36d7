"""The greatest whole number whose power is not above a number.

Newton's iteration on integers.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="integer root nth root floor square cube",
    examples=[Example((27, 3), 3), Example((26, 3), 2), Example((0, 2), 0)],
    holds=lambda number, degree, ret: ret**degree <= number < (ret + 1) ** degree,
)
def integer_root(number: Nat, degree: Positive) -> int:
    """The greatest whole number whose power is not above a number."""
    if number < 0 or degree < 1:
        raise ValueError("the number must not be negative and the degree at least 1")
    if number < 2:
        return number
    root = 1 << -(-number.bit_length() // degree)
    while True:
        closer = ((degree - 1) * root + number // root ** (degree - 1)) // degree
        if closer >= root:
            return root
        root = closer
