"""A name without separators, each word capitalised; spaces and signs tell the words apart."""

import re

from aurora.contracts.component import Example, component


@component(
    words="upper camel class name snake to pascal identifier convert",
    examples=[Example(("get_user_name",), "GetUserName"), Example(("big world",), "BigWorld"), Example(("",), "")],
    holds=lambda _name, ret: "_" not in ret and " " not in ret,
)
def pascal_case(name: str) -> str:
    """A name without separators, each word capitalised; spaces and signs tell the words apart."""
    return "".join(word.capitalize() for word in re.findall(r"[^\W_]+", name))
