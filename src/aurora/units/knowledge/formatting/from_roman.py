"""The integer that Roman numerals stand for; raises KeyError for another letter."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="roman numerals to integer decode convert",
    examples=[Example(("MCMXCIV",), 1994), Example(("IV",), 4), Example(("",), 0)],
    holds=lambda text, ret: len(text) != 1 or ret in (1, 5, 10, 50, 100, 500, 1000),
)
def from_roman(text: str) -> int:
    """The integer that Roman numerals stand for; raises KeyError for another letter."""
    letters = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    values = [letters[letter] for letter in text.upper()]
    return sum(-a if a < b else a for a, b in itertools.pairwise([*values, 0]))
