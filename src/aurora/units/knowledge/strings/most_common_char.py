"""The character that occurs most often in a text, the first such one; raises ValueError for ""."""

from aurora.contracts.component import Char, Example, component


@component(
    words="most frequent letter maximum occurring mode",
    examples=[Example(("banana",), "a"), Example(("abab",), "a"), Example(("x",), "x")],
    holds=lambda text, ret: ret in text and all(text.count(char) <= text.count(ret) for char in text),
)
def most_common_char(text: str) -> Char:
    """The character that occurs most often in a text, the first such one; raises ValueError for ""."""
    return max(text, key=text.count)
