"""Length of the longest contiguous part of a text without a repeated character."""

from aurora.contracts.component import Example, component


@component(
    words="longest substring without repeating characters distinct unique length window",
    examples=[Example(("abcabcbb",), 3), Example(("bbb",), 1), Example(("",), 0)],
    holds=lambda text, ret: bool(text) <= ret <= len(set(text)),
)
def longest_unique_window(text: str) -> int:
    """Length of the longest contiguous part of a text without a repeated character."""
    last: dict[str, int] = {}
    start = longest = 0
    for place, letter in enumerate(text):
        start = max(start, last.get(letter, -1) + 1)
        last[letter] = place
        longest = max(longest, place - start + 1)
    return longest
