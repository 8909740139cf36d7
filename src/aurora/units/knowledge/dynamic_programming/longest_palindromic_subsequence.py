"""Length of the longest subsequence of a text that is a palindrome."""

from aurora.contracts.component import Example, component


@component(
    words="longest palindromic palindrome subsequence length letters order kept",
    examples=[Example(("bbbab",), 4), Example(("cbbd",), 2), Example(("",), 0)],
    holds=lambda text, ret: bool(text) <= ret <= len(text) and (ret == len(text)) == (text == text[::-1]),
)
def longest_palindromic_subsequence(text: str) -> int:
    """Length of the longest subsequence of a text that is a palindrome."""
    above = [0] * (len(text) + 1)
    for left in text:
        row = [0]
        for column, right in enumerate(reversed(text), start=1):
            row.append(above[column - 1] + 1 if left == right else max(above[column], row[-1]))
        above = row
    return above[-1]
