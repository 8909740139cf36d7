"""An integer from 1 to 3999 in Roman numerals; raises ValueError for another one."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="integer to roman numerals convert",
    examples=[Example((1994,), "MCMXCIV"), Example((4,), "IV"), Example((1,), "I")],
    holds=lambda _number, ret: set(ret) <= set("IVXLCDM") and not any(letter * 4 in ret for letter in "IXCM"),
)
def roman_numeral(number: Positive) -> str:
    """An integer from 1 to 3999 in Roman numerals; raises ValueError for another one."""
    if not 1 <= number <= 3999:
        raise ValueError("only 1 to 3999 can be written in Roman numerals")
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    letters = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    written = ""
    for value, letter in zip(values, letters, strict=True):
        written += letter * (number // value)
        number %= value
    return written
