"""A power modulo a number; a negative exponent needs a base that has an inverse."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="modular exponentiation power mod remainder of large power",
    examples=[Example((2, 10, 1000), 24), Example((3, 0, 7), 1), Example((5, 3, 1), 0)],
    holds=lambda base, exponent, modulus, ret: 0 <= ret < modulus and (exponent != 1 or ret == base % modulus),
)
def pow_mod(base: int, exponent: Nat, modulus: Positive) -> int:
    """A power modulo a number; a negative exponent needs a base that has an inverse."""
    return pow(base, exponent, modulus)
