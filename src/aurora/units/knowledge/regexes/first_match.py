"""The first piece of a text that a pattern matches, None when there is none."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="first match regex pattern search",
    examples=[Example((r"\d+", "ab 12 3"), "12"), Example((r"\d", "none"), None), Example((r"b*", "abc"), "")],
    holds=lambda _pattern, text, ret: ret is None or ret in text,
)
def first_match(pattern: Pattern, text: str) -> str | None:
    """The first piece of a text that a pattern matches, None when there is none."""
    match = re.search(pattern, text)
    return match.group() if match else None
