"""A text in which what a pattern matches is replaced; "\1" is its first group."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="replace regex pattern substitute matches sub",
    examples=[
        Example((r"\d+", "#", "a1b22"), "a#b#"),
        Example((r"(\w)-(\w)", r"\2-\1", "a-b"), "b-a"),
        Example((r"x", "y", "abc"), "abc"),
    ],
    holds=lambda pattern, _new, text, ret: ret == text or re.search(pattern, text) is not None,
)
def replace_matches(pattern: Pattern, new: str, text: str) -> str:
    """A text in which what a pattern matches is replaced; "\1" is its first group."""
    return re.sub(pattern, new, text)
