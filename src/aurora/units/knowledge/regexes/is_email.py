"""Whether a text looks like one mail address."""

import re

from aurora.contracts.component import Example, component


@component(
    words="valid email mail address check",
    examples=[Example(("ann@home.org",), True), Example(("ann@home",), False), Example(("a b@home.org",), False)],
    holds=lambda text, ret: not ret or text.count("@") == 1,
)
def is_email(text: str) -> bool:
    """Whether a text looks like one mail address."""
    return re.fullmatch(r"[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+", text) is not None
