"""A text with the first and the last letter of each word in upper case, words being split at single spaces."""

from aurora.contracts.component import Example, component


@component(
    words="capitalise first and last letters of each word",
    examples=[Example(("hello big world",), "HellO BiG WorlD"), Example(("a",), "A"), Example(("",), "")],
    holds=lambda text, ret: not text.isascii() or ret.lower() == text.lower(),
)
def capitalize_ends(text: str) -> str:
    """A text with the first and the last letter of each word in upper case, words being split at single spaces."""
    return " ".join(word[:1].upper() + word[1:-1] + word[1:][-1:].upper() for word in text.split(" "))
