"""The words of a name like "parseHTTPResponse2"."""

import re

from aurora.contracts.component import Example, component


@component(
    words="split camel case words uppercase letters pascal",
    examples=[
        Example(("parseHTTPResponse2",), ["parse", "HTTP", "Response2"]),
        Example(("",), []),
        Example(("word",), ["word"]),
    ],
    holds=lambda name, ret: all(word in name for word in ret),
)
def split_camel_case(name: str) -> list[str]:
    """The words of a name like "parseHTTPResponse2"."""
    return re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+", name)
