"""All pieces of a text that a pattern matches."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="find all matches regex pattern pieces findall",
    examples=[
        Example((r"[a-z]+", "ab 1 cd"), ["ab", "cd"]),
        Example((r"\d", "none"), []),
        Example((r"(a)(b)", "abab"), ["ab", "ab"]),
    ],
    holds=lambda _pattern, text, ret: all(piece in text for piece in ret),
)
def find_matches(pattern: Pattern, text: str) -> list[str]:
    """All pieces of a text that a pattern matches."""
    return [match.group() for match in re.finditer(pattern, text)]
