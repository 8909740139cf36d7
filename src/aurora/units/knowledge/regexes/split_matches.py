"""The pieces of a text between what a pattern matches."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="split regex pattern separators several delimiters",
    examples=[
        Example((r"[;,]\s*", "a, b;c"), ["a", "b", "c"]),
        Example((r",", ""), [""]),
        Example((r"(x)", "axb"), ["a", "b"]),
    ],
    holds=lambda _pattern, text, ret: all(piece in text for piece in ret),
)
def split_matches(pattern: Pattern, text: str) -> list[str]:
    """The pieces of a text between what a pattern matches."""
    ends = [0, *(place for match in re.finditer(pattern, text) for place in match.span()), len(text)]
    return [text[start:stop] for start, stop in zip(ends[::2], ends[1::2], strict=True)]
