"""The longest contiguous part of a text without a repeated character, the first of several."""

from aurora.contracts.component import Example, component


@component(
    words="longest substring without repeating characters distinct unique window text itself",
    examples=[Example(("abcabcbb",), "abc"), Example(("pwwkew",), "wke"), Example(("",), "")],
    holds=lambda text, ret: ret in text and len(set(ret)) == len(ret),
)
def longest_unique_substring(text: str) -> str:
    """The longest contiguous part of a text without a repeated character, the first of several."""
    last: dict[str, int] = {}
    start = 0
    longest = ""
    for place, letter in enumerate(text):
        start = max(start, last.get(letter, -1) + 1)
        last[letter] = place
        if place - start + 1 > len(longest):
            longest = text[start : place + 1]
    return longest
