"""Fewest characters to insert, or to delete, so that a text becomes a palindrome."""

from aurora.contracts.component import Example, component


@component(
    words="minimum insertions deletions make palindrome form",
    examples=[Example(("mbadm",), 2), Example(("zzazz",), 0), Example(("",), 0)],
    holds=lambda text, ret: (ret == 0) == (text == text[::-1]) and ret <= max(0, len(text) - 1),
)
def min_insertions_palindrome(text: str) -> int:
    """Fewest characters to insert, or to delete, so that a text becomes a palindrome."""
    above = [0] * (len(text) + 1)
    for left in text:
        row = [0]
        for column, right in enumerate(reversed(text), start=1):
            row.append(above[column - 1] + 1 if left == right else max(above[column], row[-1]))
        above = row
    return len(text) - above[-1]
