"""A text without what a pattern matches."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="remove delete matches regex pattern strip",
    examples=[Example((r"\d+", "a1b22"), "ab"), Example((r"x", "abc"), "abc"), Example((r".", "abc"), "")],
    holds=lambda _pattern, text, ret: len(ret) <= len(text),
)
def remove_matches(pattern: Pattern, text: str) -> str:
    """A text without what a pattern matches."""
    return re.sub(pattern, "", text)
