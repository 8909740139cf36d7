"""The words of a text: runs of letters, digits and apostrophes, without punctuation."""

import re

from aurora.contracts.component import Example, component


@component(
    words="tokenize extract words ignore punctuation list of words in sentence",
    examples=[
        Example(("Hello, big world!",), ["Hello", "big", "world"]),
        Example(("don't stop",), ["don't", "stop"]),
        Example(("... ",), []),
    ],
    holds=lambda text, ret: all(word and word in text and not any(char.isspace() for char in word) for word in ret),
)
def split_words(text: str) -> list[str]:
    """The words of a text: runs of letters, digits and apostrophes, without punctuation."""
    return re.findall(r"[\w']+", text)
