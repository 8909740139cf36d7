"""The bits of a number as a signed number of a width would be stored, as a number that is not negative."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="two's complement signed encode negative width bits",
    examples=[Example((-1, 8), 255), Example((5, 8), 5), Example((-128, 8), 128)],
    holds=lambda number, width, ret: 0 <= ret < 1 << width and (ret - number) % (1 << width) == 0,
)
def twos_complement(number: int, width: Positive) -> int:
    """The bits of a number as a signed number of a width would be stored, as a number that is not negative."""
    if not -(1 << width - 1) <= number < 1 << width - 1:
        raise ValueError("the number does not fit the width")
    return number & (1 << width) - 1
