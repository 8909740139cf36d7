"""A name without separators, each word but the first capitalised; spaces and signs tell the words apart."""

import re

from aurora.contracts.component import Example, component


@component(
    words="snake to camel lower camel identifier convert name",
    examples=[Example(("get_user_name",), "getUserName"), Example(("Big world",), "bigWorld"), Example(("",), "")],
    holds=lambda _name, ret: "_" not in ret and " " not in ret,
)
def camel_case(name: str) -> str:
    """A name without separators, each word but the first capitalised; spaces and signs tell the words apart."""
    words = enumerate(re.findall(r"[^\W_]+", name))
    return "".join(word.capitalize() if place else word.lower() for place, word in words)
