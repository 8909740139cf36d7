"""The pieces of a text between double quotes."""

import re

from aurora.contracts.component import Example, component


@component(
    words="extract quoted text between quotation marks values",
    examples=[Example(('a "b c" d "e"',), ["b c", "e"]), Example(("none",), []), Example(('""',), [""])],
    holds=lambda text, ret: len(ret) == text.count('"') // 2,
)
def extract_quoted(text: str) -> list[str]:
    """The pieces of a text between double quotes."""
    return re.findall(r'"([^"]*)"', text)
