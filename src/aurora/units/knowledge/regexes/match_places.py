"""Start and end of each piece of a text that a pattern matches."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="positions spans of matches regex pattern start end",
    examples=[
        Example((r"\d+", "ab 12 3"), [(3, 5), (6, 7)]),
        Example((r"x", "ab"), []),
        Example((r"a", "aa"), [(0, 1), (1, 2)]),
    ],
    holds=lambda _pattern, text, ret: all(0 <= start <= end <= len(text) for start, end in ret),
)
def match_places(pattern: Pattern, text: str) -> list[tuple[int, int]]:
    """Start and end of each piece of a text that a pattern matches."""
    return [match.span() for match in re.finditer(pattern, text)]
