"""The words of a text in reverse order, with single spaces between them."""

from aurora.contracts.component import Example, component


@component(
    words="reverse order of words sentence backwards last word first",
    examples=[Example(("the big fox",), "fox big the"), Example((" one ",), "one"), Example(("",), "")],
    holds=lambda text, ret: ret.split()[::-1] == text.split(),
)
def reverse_words(text: str) -> str:
    """The words of a text in reverse order, with single spaces between them."""
    return " ".join(reversed(text.split()))
