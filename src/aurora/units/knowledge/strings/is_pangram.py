"""Whether every letter from a to z occurs in a text, in either case."""

import string

from aurora.contracts.component import Example, component


@component(
    words="pangram contains all letters of alphabet",
    examples=[
        Example(("The quick brown fox jumps over the lazy dog",), True),
        Example(("abc",), False),
        Example(("",), False),
    ],
    holds=lambda text, ret: not ret or len(text) >= 26,
)
def is_pangram(text: str) -> bool:
    """Whether every letter from a to z occurs in a text, in either case."""
    return set(string.ascii_lowercase) <= set(text.lower())
