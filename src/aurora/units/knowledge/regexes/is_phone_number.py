"""Whether a text looks like a telephone number: 7 to 15 digits, with "+", blanks, dots, hyphens and brackets."""

import re

from aurora.contracts.component import Example, component


@component(
    words="valid phone telephone number check",
    examples=[Example(("+49 (30) 123-4567",), True), Example(("12-34",), False), Example(("call 1234567",), False)],
    holds=lambda text, ret: not ret or 7 <= sum(char.isdigit() for char in text) <= 15,
)
def is_phone_number(text: str) -> bool:
    """Whether a text looks like a telephone number: 7 to 15 digits, with "+", blanks, dots, hyphens and brackets."""
    return re.fullmatch(r"\+?[\d\s().-]*", text) is not None and 7 <= len(re.findall(r"\d", text)) <= 15
