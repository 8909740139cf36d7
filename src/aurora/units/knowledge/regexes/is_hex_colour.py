"""Whether a text is a colour like "#a0f" or "#12ab9C"."""

import re

from aurora.contracts.component import Example, component


@component(
    words="valid hex colour color code check css",
    examples=[Example(("#a0f",), True), Example(("#12ab9C",), True), Example(("12ab9c",), False)],
    holds=lambda text, ret: not ret or len(text) in (4, 7),
)
def is_hex_colour(text: str) -> bool:
    """Whether a text is a colour like "#a0f" or "#12ab9C"."""
    return re.fullmatch(r"#(?:[0-9a-fA-F]{3}){1,2}", text) is not None
