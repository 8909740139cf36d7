"""Whether a text is made of two different characters in turn."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="two alternating characters string made up of",
    examples=[Example(("abab",), True), Example(("aaaa",), False), Example(("xyz",), False)],
    holds=lambda text, ret: not ret or len(text) >= 2,
)
def alternates_two_chars(text: str) -> bool:
    """Whether a text is made of two different characters in turn."""
    return len(set(text)) == 2 and all(a != b for a, b in itertools.pairwise(text))
