"""A text without the ASCII punctuation characters."""

import string

from aurora.contracts.component import Example, component


@component(
    words="strip delete punctuation marks commas symbols special characters",
    examples=[Example(("Hi, you!",), "Hi you"), Example(("a.b-c",), "abc"), Example(("",), "")],
    holds=lambda text, ret: not set(ret) & set(string.punctuation) and len(ret) <= len(text),
)
def remove_punctuation(text: str) -> str:
    """A text without the ASCII punctuation characters."""
    return "".join(char for char in text if char not in string.punctuation)
