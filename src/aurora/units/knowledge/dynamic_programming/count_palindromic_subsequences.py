"""Number of non-empty subsequences of a text that are palindromes, counted by their places."""

from aurora.contracts.component import Example, component


@component(
    words="count palindromic palindrome subsequences number",
    examples=[Example(("aab",), 4), Example(("abcd",), 4), Example(("",), 0)],
    holds=lambda text, ret: len(text) <= ret < 2 ** len(text),
)
def count_palindromic_subsequences(text: str) -> int:
    """Number of non-empty subsequences of a text that are palindromes, counted by their places."""
    below = [0] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        row = [0] * (start + 1) + [1]
        for stop in range(start + 1, len(text)):
            inner = -1 if text[start] == text[stop] else below[stop]
            row.append(below[stop + 1] + row[stop] - inner)
        below = row
    return below[len(text)]
