"""The first letters of the words of a text, in upper case."""

from aurora.contracts.component import Example, component


@component(
    words="acronym abbreviation first letters of words monogram",
    examples=[Example(("random access memory",), "RAM"), Example(("Ada Lovelace",), "AL"), Example(("",), "")],
    holds=lambda text, ret: ret == ret.upper() and len(ret) >= len(text.split()),
)
def initials(text: str) -> str:
    """The first letters of the words of a text, in upper case."""
    return "".join(word[0] for word in text.split()).upper()
