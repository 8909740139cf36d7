"""The words of a name in camel case, as they are written."""

import re

from aurora.contracts.component import Example, component


@component(
    words="separate split at capital letters camel case words",
    examples=[
        Example(("getUserName",), ["get", "User", "Name"]),
        Example(("parseHTTPReply",), ["parse", "HTTP", "Reply"]),
        Example(("",), []),
    ],
    holds=lambda name, ret: all(word and word in name for word in ret),
)
def split_camel_words(name: str) -> list[str]:
    """The words of a name in camel case, as they are written."""
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)
