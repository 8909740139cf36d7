"""A number in a base from 2 to 36, with the digits 0-9 and a-z."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="base convert number to digits binary octal hexadecimal radix representation text",
    examples=[Example((255, 16), "ff"), Example((0, 2), "0"), Example((-10, 3), "-101")],
    holds=lambda number, base, ret: int(ret, base) == number,
)
def to_base(number: int, base: Positive) -> str:
    """A number in a base from 2 to 36, with the digits 0-9 and a-z."""
    if not 2 <= base <= 36:
        raise ValueError("the base is from 2 to 36")
    digits = ""
    rest = abs(number)
    while rest:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return ("-" if number < 0 else "") + (digits or "0")
