"""Place where the first match of a pattern begins and the place after its end."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="search find location position start end span pattern literal string regex",
    examples=[
        Example(
            (
                "fox tail",
                "tail",
            ),
            (4, 8),
        ),
        Example(
            (
                "abc",
                "z",
            ),
            (-1, -1),
        ),
        Example(
            (
                "a12b",
                "[0-9]+",
            ),
            (1, 3),
        ),
    ],
    holds=lambda text, pattern, ret: ret == (-1, -1) or re.fullmatch(pattern, text[ret[0] : ret[1]]) is not None,
)
def match_span(text: str, pattern: Pattern) -> tuple[int, int]:
    """Place where the first match of a pattern begins and the place after its end."""
    found = re.search(pattern, text)
    return found.span() if found else (-1, -1)
