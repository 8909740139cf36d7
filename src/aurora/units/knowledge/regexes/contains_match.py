"""Whether a pattern matches a piece of a text."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="contains match regex pattern search anywhere found",
    examples=[Example((r"\d", "a1"), True), Example((r"\d", "ab"), False), Example((r"^b", "ab"), False)],
    holds=lambda pattern, text, ret: ret == bool([*re.finditer(pattern, text)]),
)
def contains_match(pattern: Pattern, text: str) -> bool:
    """Whether a pattern matches a piece of a text."""
    return re.search(pattern, text) is not None
