"""How often a pattern occurs in a text, overlaps included."""

from aurora.contracts.component import Example, component


@component(
    words="count occurrences overlapping substring times",
    examples=[Example(("aaaa", "aa"), 3), Example(("abc", "d"), 0), Example(("std", "s"), 1)],
    holds=lambda text, pattern, ret: ret >= text.count(pattern),
)
def count_overlapping(text: str, pattern: str) -> int:
    """How often a pattern occurs in a text, overlaps included."""
    return sum(text.startswith(pattern, place) for place in range(len(text) - len(pattern) + 1))
