"""Whether a text is an address of four numbers from 0 to 255 without leading zeros."""

import re

from aurora.contracts.component import Example, component


@component(
    words="valid ip address ipv4 check dotted",
    examples=[Example(("192.168.0.1",), True), Example(("256.1.1.1",), False), Example(("1.2.3",), False)],
    holds=lambda text, ret: not ret or text.count(".") == 3,
)
def is_ipv4(text: str) -> bool:
    """Whether a text is an address of four numbers from 0 to 255 without leading zeros."""
    byte = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
    return re.fullmatch(rf"{byte}(?:\.{byte}){{3}}", text) is not None
