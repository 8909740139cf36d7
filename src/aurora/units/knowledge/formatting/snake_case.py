"""A name in lower case with underscores between its words, which capitals, spaces and signs tell apart."""

import re

from aurora.contracts.component import Example, component


@component(
    words="camel to snake identifier underscores lowercase convert name",
    examples=[
        Example(("getUserName",), "get_user_name"),
        Example(("HTTP-Server 2",), "http_server_2"),
        Example(("",), ""),
    ],
    holds=lambda _name, ret: " " not in ret and ret == ret.lower(),
)
def snake_case(name: str) -> str:
    """A name in lower case with underscores between its words, which capitals, spaces and signs tell apart."""
    return "_".join(re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)).lower()
