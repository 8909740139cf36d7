"""A text with & < > and quotes as HTML writes them."""

import html

from aurora.contracts.component import Example, component


@component(
    words="escape html entities special characters text",
    examples=[Example(("a<b & c",), "a&lt;b &amp; c"), Example(("",), ""), Example(('"x"',), "&quot;x&quot;")],
    holds=lambda text, ret: html.unescape(ret) == text or "&" in text,
)
def escape_html_text(text: str) -> str:
    """A text with & < > and quotes as HTML writes them."""
    return html.escape(text)
