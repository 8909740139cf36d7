"""The integer in 0..modulus-1 whose product with a number leaves 1; raises ValueError when there is none."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="inverse modulo multiplicative reciprocal mod",
    examples=[Example((3, 7), 5), Example((10, 17), 12), Example((1, 2), 1)],
    holds=lambda number, modulus, ret: 0 <= ret < modulus and (number * ret - 1) % modulus == 0,
)
def modular_inverse(number: int, modulus: Positive) -> Nat:
    """The integer in 0..modulus-1 whose product with a number leaves 1; raises ValueError when there is none."""
    if modulus < 1:
        raise ValueError("the modulus must be at least 1")
    return pow(number, -1, modulus)
