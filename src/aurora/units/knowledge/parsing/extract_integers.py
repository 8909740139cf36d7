"""The whole numbers in a text, with their signs."""

import re

from aurora.contracts.component import Example, component


@component(
    words="extract integers numbers from text find all digits",
    examples=[Example(("3 apples, -2 pears",), [3, -2]), Example(("none",), []), Example(("a10b20",), [10, 20])],
    holds=lambda text, ret: bool(ret) == any(char.isdigit() for char in text) or not text.isascii(),
)
def extract_integers(text: str) -> list[int]:
    """The whole numbers in a text, with their signs."""
    return [int(number) for number in re.findall(r"(?:(?<!\w)-)?\d+", text)]
