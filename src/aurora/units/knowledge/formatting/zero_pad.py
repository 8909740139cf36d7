"""An integer with zeros before its digits, so that at least so many digits stand there."""

from aurora.contracts.component import Example, component


@component(
    words="leading zeros fixed width number zfill pad digits",
    examples=[Example((7, 3), "007"), Example((-7, 3), "-007"), Example((1234, 2), "1234")],
    holds=lambda number, digits, ret: int(ret) == number and len(ret.lstrip("-")) >= digits,
)
def zero_pad(number: int, digits: int) -> str:
    """An integer with zeros before its digits, so that at least so many digits stand there."""
    return ("-" if number < 0 else "") + str(abs(number)).zfill(digits)
