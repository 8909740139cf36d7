"""Whether a text is a regular expression."""

import re

from aurora.contracts.component import Example, component


@component(
    words="valid regex pattern compiles check",
    examples=[Example((r"a+",), True), Example((r"(",), False), Example((r"",), True)],
    holds=lambda pattern, ret: ret or any(char in r"()[]{}*+?\|^$.<>=!:-" for char in pattern),
)
def validate_pattern(pattern: str) -> bool:
    """Whether a text is a regular expression."""
    try:
        return re.compile(pattern) is not None
    except re.error:
        return False
