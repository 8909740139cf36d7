"""A name in lower case with hyphens between its words, which capitals, spaces and signs tell apart."""

import re

from aurora.contracts.component import Example, component


@component(
    words="dash hyphenated css slug identifier convert name",
    examples=[
        Example(("getUserName",), "get-user-name"),
        Example(("Big big_world",), "big-big-world"),
        Example(("",), ""),
    ],
    holds=lambda _name, ret: " " not in ret and ret == ret.lower(),
)
def kebab_case(name: str) -> str:
    """A name in lower case with hyphens between its words, which capitals, spaces and signs tell apart."""
    return "-".join(re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)).lower()
