"""A text without round brackets and what is in them."""

import re

from aurora.contracts.component import Example, component


@component(
    words="remove parentheses brackets and contents inside text",
    examples=[Example(("a (b) c",), "a  c"), Example(("none",), "none"), Example(("(x)",), "")],
    holds=lambda text, ret: len(ret) <= len(text),
)
def remove_parenthesised(text: str) -> str:
    """A text without round brackets and what is in them."""
    return re.sub(r"\([^()]*\)", "", text)
