"""The words that start with a prefix, ascending.

Binary search in the sorted words.
"""

import bisect

from aurora.contracts.component import Example, component


@component(
    words="autocomplete prefix completion words starting with search suggestions",
    examples=[
        Example((["car", "cat", "dog"], "ca"), ["car", "cat"]),
        Example((["a"], "b"), []),
        Example((["b", "a"], ""), ["a", "b"]),
    ],
    holds=lambda words, prefix, ret: len(ret) == sum(word.startswith(prefix) for word in words) and ret == sorted(ret),
)
def complete_prefix(words: list[str], prefix: str) -> list[str]:
    """The words that start with a prefix, ascending."""
    ordered = sorted(words)
    start = bisect.bisect_left(ordered, prefix)
    stop = bisect.bisect_right(ordered, prefix, key=lambda word: word[: len(prefix)])
    return ordered[start:stop]
