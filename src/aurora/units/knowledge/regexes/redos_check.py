"""Whether a pattern repeats a group that repeats something itself, which can take exponential time.

The commonest cause of regular-expression denial of service; other causes are not seen.
"""

import re

from aurora.contracts.component import Example, component


@component(
    words="redos catastrophic backtracking nested quantifier dangerous regex",
    examples=[Example((r"(a+)+b",), True), Example((r"a+b",), False), Example((r"(ab)*",), False)],
    holds=lambda pattern, ret: not ret or ")" in pattern,
)
def redos_check(pattern: str) -> bool:
    """Whether a pattern repeats a group that repeats something itself, which can take exponential time."""
    plain = re.sub(r"\\.|\[\^?\]?[^\]]*\]", "x", pattern)
    return re.search(r"\((?:\?:)?[^()]*[+*}][^()]*\)[+*{]", plain) is not None
