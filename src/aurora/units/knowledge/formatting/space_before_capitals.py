"""Put a space before each capital letter that follows another character of a word."""

import re

from aurora.contracts.component import Example, component


@component(
    words="spaces between words starting with capital letters insert",
    examples=[Example(("PythonProgram",), "Python Program"), Example(("Python",), "Python"), Example(("aBC",), "a BC")],
    holds=lambda text, ret: ret.replace(" ", "") == text.replace(" ", ""),
)
def space_before_capitals(text: str) -> str:
    """Put a space before each capital letter that follows another character of a word."""
    return re.sub("([a-z0-9])([A-Z])", r"\1 \2", text)
