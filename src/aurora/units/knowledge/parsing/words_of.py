"""The words of a text without punctuation, in their order."""

import re

from aurora.contracts.component import Example, component


@component(
    words="words tokenize extract split text remove punctuation",
    examples=[Example(("Hi, you two!",), ["Hi", "you", "two"]), Example(("",), []), Example(("don't",), ["don't"])],
    holds=lambda text, ret: all(word in text for word in ret),
)
def words_of(text: str) -> list[str]:
    """The words of a text without punctuation, in their order."""
    return re.findall(r"\w+(?:'\w+)*", text)
