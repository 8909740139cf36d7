"""A text with the accents of its letters taken off."""

import unicodedata

from aurora.contracts.component import Example, component


@component(
    words="strip remove accents diacritics plain letters ascii",
    examples=[Example(("Crème brûlée",), "Creme brulee"), Example(("abc",), "abc"), Example(("",), "")],
    holds=lambda _text, ret: not any(unicodedata.combining(char) for char in ret),
)
def strip_accents(text: str) -> str:
    """A text with the accents of its letters taken off."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
