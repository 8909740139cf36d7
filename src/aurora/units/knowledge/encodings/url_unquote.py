"""A text with "%" codes as the characters that they mean.

RFC 3986.
"""

import urllib.parse

from aurora.contracts.component import Example, component


@component(
    words="url unquote percent decode unescape text",
    examples=[Example(("a%20b",), "a b"), Example(("",), ""), Example(("%C3%A9",), "é")],
    holds=lambda text, ret: len(ret) <= len(text),
)
def url_unquote(text: str) -> str:
    """A text with "%" codes as the characters that they mean."""
    return urllib.parse.unquote(text)
