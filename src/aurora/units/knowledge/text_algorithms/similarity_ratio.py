"""How alike two texts are, from 0 to 1: twice the letters in matching pieces over all letters.

Ratcliff and Obershelp 1988.
"""

import difflib

from aurora.contracts.component import Example, component


@component(
    words="similarity ratio alike texts fuzzy match percent",
    examples=[Example(("abcd", "bcde"), 0.75), Example(("", ""), 1.0), Example(("a", "b"), 0.0)],
    holds=lambda first, second, ret: 0 <= ret <= 1 and (first != second or ret == 1),
    cost=2.0,
)
def similarity_ratio(first: str, second: str) -> float:
    """How alike two texts are, from 0 to 1: twice the letters in matching pieces over all letters."""
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()
