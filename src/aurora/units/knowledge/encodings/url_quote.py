"""A text with all characters but letters, digits and "_.-~" as "%" and their codes.

RFC 3986.
"""

import urllib.parse

from aurora.contracts.component import Example, component


@component(
    words="url quote percent encode escape text",
    examples=[Example(("a b/é",), "a%20b%2F%C3%A9"), Example(("",), ""), Example(("x_1",), "x_1")],
    holds=lambda text, ret: urllib.parse.unquote(ret) == text and ret.isascii(),
)
def url_quote(text: str) -> str:
    """A text with all characters but letters, digits and "_.-~" as "%" and their codes."""
    return urllib.parse.quote(text, safe="")
