"""Number of different pieces of a text, the empty one not counted.

The suffixes in order: each adds its length less what it shares with the one before.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="count distinct unique substrings different pieces number",
    examples=[Example(("abab",), 7), Example(("aaa",), 3), Example(("",), 0)],
    holds=lambda text, ret: len(text) <= ret <= len(text) * (len(text) + 1) // 2,
)
def distinct_substrings(text: str) -> int:
    """Number of different pieces of a text, the empty one not counted."""
    suffixes = sorted(text[start:] for start in range(len(text)))
    shared = 0
    for before, suffix in itertools.pairwise(suffixes):
        equal = (a == b for a, b in zip(before, suffix, strict=False))
        shared += sum(itertools.takewhile(bool, equal))
    return len(text) * (len(text) + 1) // 2 - shared
