"""A text with the letters of each word in reverse order, with single spaces between the words."""

from aurora.contracts.component import Example, component


@component(
    words="flip letters in every word backwards individually",
    examples=[Example(("the fox",), "eht xof"), Example(("a",), "a"), Example(("",), "")],
    holds=lambda text, ret: [word[::-1] for word in ret.split()] == text.split(),
)
def reverse_each_word(text: str) -> str:
    """A text with the letters of each word in reverse order, with single spaces between the words."""
    return " ".join(word[::-1] for word in text.split())
