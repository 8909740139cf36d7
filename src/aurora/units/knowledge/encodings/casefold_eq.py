"""Whether two texts are equal when upper and lower case, and ways to write accents, do not count."""

import unicodedata

from aurora.contracts.component import Example, component


@component(
    words="equal ignoring case insensitive compare casefold unicode",
    examples=[Example(("Straße", "STRASSE"), True), Example(("a", "b"), False), Example(("É", "e\u0301"), True)],
    holds=lambda first, second, ret: ret or first != second,
)
def casefold_eq(first: str, second: str) -> bool:
    """Whether two texts are equal when upper and lower case, and ways to write accents, do not count."""
    left, right = (unicodedata.normalize("NFD", text).casefold() for text in (first, second))
    return unicodedata.normalize("NFD", left) == unicodedata.normalize("NFD", right)
