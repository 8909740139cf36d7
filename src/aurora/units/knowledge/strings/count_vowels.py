"""How many letters of a text are vowels (a, e, i, o, u), in either case."""

import re

from aurora.contracts.component import Example, Nat, component


@component(
    words="number of vowels aeiou",
    examples=[Example(("Education",), 5), Example(("rhythm",), 0), Example(("",), 0)],
    holds=lambda text, ret: ret == len(re.findall("[aeiou]", text)) + len(re.findall("[AEIOU]", text)),
)
def count_vowels(text: str) -> Nat:
    """How many letters of a text are vowels (a, e, i, o, u), in either case."""
    return sum(char in "aeiouAEIOU" for char in text)
