"""Pieces of a text that begin with a capital letter."""

import re

from aurora.contracts.component import Example, component


@component(
    words="split string at uppercase capital letters",
    examples=[
        Example(("RedBlueGreen",), ["Red", "Blue", "Green"]),
        Example(("abc",), []),
        Example(("aBcD",), ["Bc", "D"]),
    ],
    holds=lambda text, ret: "".join(ret) in text,
)
def split_at_capitals(text: str) -> list[str]:
    """Pieces of a text that begin with a capital letter."""
    return re.findall("[A-Z][^A-Z]*", text)
