"""The number below the modulus whose product with another is 1 modulo it; raises `ValueError` when there is none."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="modular multiplicative inverse mod reciprocal",
    examples=[Example((3, 11), 4), Example((10, 17), 12), Example((1, 2), 1)],
    holds=lambda number, modulus, ret: 0 <= ret < modulus and (number * ret - 1) % modulus == 0,
)
def mod_inverse(number: int, modulus: Positive) -> int:
    """The number below the modulus whose product with another is 1 modulo it; raises `ValueError` when there is
    none.
    """
    return pow(number, -1, modulus)
