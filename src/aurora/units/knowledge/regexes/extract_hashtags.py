"""The words after "#" in a text."""

import re

from aurora.contracts.component import Example, component


@component(
    words="extract hashtags tags text",
    examples=[
        Example(("so #good and #2_day",), ["good", "2_day"]),
        Example(("none #",), []),
        Example(("#a#b",), ["a", "b"]),
    ],
    holds=lambda text, ret: all("#" + tag in text for tag in ret),
)
def extract_hashtags(text: str) -> list[str]:
    """The words after "#" in a text."""
    return re.findall(r"#(\w+)", text)
