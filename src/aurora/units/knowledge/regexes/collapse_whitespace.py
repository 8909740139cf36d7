"""A text with each run of whitespace as one space."""

import re

from aurora.contracts.component import Example, component


@component(
    words="collapse whitespace multiple spaces single normalise normalize blanks",
    examples=[Example(("  a \t b",), " a b"), Example(("",), ""), Example(("ab",), "ab")],
    holds=lambda text, ret: ret.split() == text.split() and "  " not in ret,
)
def collapse_whitespace(text: str) -> str:
    """A text with each run of whitespace as one space."""
    return re.sub(r"\s+", " ", text)
