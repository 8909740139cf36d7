"""A text in which each piece that a pattern matches is replaced by what a function gives for it."""

import re
from collections.abc import Callable

from aurora.contracts.component import Example, Pattern, T, component


@component(
    words="replace regex pattern function callback each match transform",
    examples=[
        Example((r"[a-z]+", str.upper, "ab 1 c"), "AB 1 C"),
        Example((r"\d", str.upper, "ab"), "ab"),
        Example((r"b", len, "abb"), "a11"),
    ],
    holds=lambda pattern, _function, text, ret: ret == text or re.search(pattern, text) is not None,
)
def replace_fn(pattern: Pattern, function: Callable[[str], T], text: str) -> str:
    """A text in which each piece that a pattern matches is replaced by what a function gives for it."""
    return re.sub(pattern, lambda match: str(function(match.group())), text)
