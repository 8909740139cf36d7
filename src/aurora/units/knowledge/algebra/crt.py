"""The least number that is not negative with these rests by these moduli, which have no common divisors.

Chinese remainder theorem, Sunzi; Garner's steps.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="chinese remainder theorem system congruences rests moduli",
    examples=[Example(([2, 3, 2], [3, 5, 7]), 23), Example(([0], [4]), 0), Example(([], []), 0)],
    holds=lambda rests, moduli, ret: all(
        (ret - rest) % modulus == 0 for rest, modulus in zip(rests, moduli, strict=True)
    ),
)
def crt(rests: list[int], moduli: list[Positive]) -> int:
    """The least number with these rests by these moduli; raises `ValueError` when moduli have a common divisor."""
    number, step = 0, 1
    for rest, modulus in zip(rests, moduli, strict=True):
        number += step * ((rest - number) * pow(step, -1, modulus) % modulus)
        step *= modulus
    return number
