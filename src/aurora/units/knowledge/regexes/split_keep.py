"""The pieces of a text, those that a pattern matches and those between, empty ones left out."""

import itertools
import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="split keep separators delimiters regex pattern retain",
    examples=[
        Example((r"[+-]", "a+b-c"), ["a", "+", "b", "-", "c"]),
        Example((r",", ""), []),
        Example((r"\d", "12"), ["1", "2"]),
    ],
    holds=lambda _pattern, text, ret: "".join(ret) == text,
)
def split_keep(pattern: Pattern, text: str) -> list[str]:
    """The pieces of a text, those that a pattern matches and those between, empty ones left out."""
    ends = [0, *(place for match in re.finditer(pattern, text) for place in match.span()), len(text)]
    return [text[start:stop] for start, stop in itertools.pairwise(ends) if start < stop]
