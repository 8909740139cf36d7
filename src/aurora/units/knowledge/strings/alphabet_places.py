"""The places of the letters of a text in the alphabet, a and A being 1; other characters are left out."""

import string

from aurora.contracts.component import Example, component


@component(
    words="letter positions alphabet index numbers a=1 ordinal value of letters",
    examples=[Example(("abz",), [1, 2, 26]), Example(("A-b",), [1, 2]), Example(("",), [])],
    holds=lambda text, ret: all(1 <= place <= 26 for place in ret) and len(ret) <= len(text),
)
def alphabet_places(text: str) -> list[int]:
    """The places of the letters of a text in the alphabet, a and A being 1; other characters are left out."""
    return [ord(char.lower()) - 96 for char in text if char in string.ascii_letters]
