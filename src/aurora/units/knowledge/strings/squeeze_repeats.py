"""A text in which runs of one character are shortened to a single one."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="collapse consecutive adjacent duplicates remove repeated characters in a row",
    examples=[Example(("aabbbc",), "abc"), Example(("abab",), "abab"), Example(("",), "")],
    holds=lambda text, ret: all(a != b for a, b in itertools.pairwise(ret)) and set(ret) == set(text),
)
def squeeze_repeats(text: str) -> str:
    """A text in which runs of one character are shortened to a single one."""
    return "".join(char for char, _ in itertools.groupby(text))
