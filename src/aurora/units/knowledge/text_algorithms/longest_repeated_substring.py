"""The longest piece that a text has at least twice, overlaps allowed; the first in order of several."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="longest repeated duplicate substring occurs twice piece",
    examples=[Example(("banana",), "ana"), Example(("abc",), ""), Example(("aaaa",), "aaa")],
    holds=lambda text, ret: text.find(ret) != text.rfind(ret) or ret == "",
)
def longest_repeated_substring(text: str) -> str:
    """The longest piece that a text has at least twice, overlaps allowed; the first in order of several."""
    suffixes = sorted(text[start:] for start in range(len(text)))
    longest = ""
    for before, suffix in itertools.pairwise(suffixes):
        equal = (a == b for a, b in zip(before, suffix, strict=False))
        length = sum(itertools.takewhile(bool, equal))
        if length > len(longest):
            longest = suffix[:length]
    return longest
