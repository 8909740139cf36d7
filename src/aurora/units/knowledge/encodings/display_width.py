"""Number of columns of a text on a terminal: wide characters take two, accents none.

Unicode annex 11.
"""

import unicodedata

from aurora.contracts.component import Example, component


@component(
    words="display width columns terminal wide characters east asian",
    examples=[Example(("abc",), 3), Example(("日本",), 4), Example(("e\u0301",), 1)],
    holds=lambda text, ret: 0 <= ret <= 2 * len(text),
)
def display_width(text: str) -> int:
    """Number of columns of a text on a terminal: wide characters take two, accents none."""
    marks = (0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
    return sum(marks)
