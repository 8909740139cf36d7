"""The web addresses in a text, from http:// or https:// to a blank or a closing mark."""

import re

from aurora.contracts.component import Example, component


@component(
    words="extract urls web addresses links text",
    examples=[
        Example(("see https://a.org/x?y=1, ok",), ["https://a.org/x?y=1"]),
        Example(("none",), []),
        Example(("http://a.b http://c.d.",), ["http://a.b", "http://c.d"]),
    ],
    holds=lambda text, ret: all(url in text and "://" in url for url in ret),
)
def extract_urls(text: str) -> list[str]:
    """The web addresses in a text, from http:// or https:// to a blank or a closing mark."""
    return re.findall(r"https?://[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]", text)
