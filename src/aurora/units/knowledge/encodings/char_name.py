"""The Unicode name of a character; raises `ValueError` when it has none."""

import unicodedata

from aurora.contracts.component import Char, Example, component


@component(
    words="unicode name of character description",
    examples=[
        Example(("A",), "LATIN CAPITAL LETTER A"),
        Example(("é",), "LATIN SMALL LETTER E WITH ACUTE"),
        Example(("€",), "EURO SIGN"),
    ],
    holds=lambda char, ret: unicodedata.lookup(ret) == char,
)
def char_name(char: Char) -> str:
    """The Unicode name of a character; raises `ValueError` when it has none."""
    return unicodedata.name(char)
