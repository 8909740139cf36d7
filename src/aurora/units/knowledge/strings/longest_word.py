"""The longest word of a text, the first such one; "" when it has no word."""

from aurora.contracts.component import Example, component


@component(
    words="longest biggest word in sentence",
    examples=[Example(("the quick brown fox",), "quick"), Example(("a",), "a"), Example(("  ",), "")],
    holds=lambda text, ret: all(len(word) <= len(ret) for word in text.split()) and ret in text,
)
def longest_word(text: str) -> str:
    """The longest word of a text, the first such one; "" when it has no word."""
    return max(text.split(), key=len, default="")
