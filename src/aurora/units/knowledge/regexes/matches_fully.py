"""Whether a pattern matches a whole text."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="full match regex pattern whole text valid",
    examples=[Example((r"\d+", "123"), True), Example((r"\d+", "123a"), False), Example((r"", ""), True)],
    holds=lambda pattern, text, ret: not ret or re.search(pattern, text) is not None,
)
def matches_fully(pattern: Pattern, text: str) -> bool:
    """Whether a pattern matches a whole text."""
    return re.fullmatch(pattern, text) is not None
