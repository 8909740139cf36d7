"""How often a pattern occurs in a text as a subsequence."""

from aurora.contracts.component import Example, component


@component(
    words="distinct subsequences count occurrences pattern times appears scattered",
    examples=[Example(("rabbbit", "rabbit"), 3), Example(("abc", "d"), 0), Example(("abc", ""), 1)],
    holds=lambda text, pattern, ret: ret >= (pattern in text) and ret <= 2 ** len(text),
)
def subsequence_occurrences(text: str, pattern: str) -> int:
    """How often a pattern occurs in a text as a subsequence."""
    ways = [1] + [0] * len(pattern)
    for letter in text:
        for length in range(len(pattern), 0, -1):
            if pattern[length - 1] == letter:
                ways[length] += ways[length - 1]
    return ways[-1]
