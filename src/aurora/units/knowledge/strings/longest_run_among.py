"""Length of the longest run of characters that are all among the given ones."""

from aurora.contracts.component import Example, component


@component(
    words="maximum longest run of consecutive uppercase lowercase digit vowel characters",
    examples=[Example(("abCDe", "CDEF"), 2), Example(("", "a"), 0), Example(("1a23", "0123456789"), 2)],
    holds=lambda text, chars, ret: ret <= sum(char in chars for char in text),
)
def longest_run_among(text: str, chars: str) -> int:
    """Length of the longest run of characters that are all among the given ones."""
    longest = current = 0
    for char in text:
        current = current + 1 if char in chars else 0
        longest = max(longest, current)
    return longest
