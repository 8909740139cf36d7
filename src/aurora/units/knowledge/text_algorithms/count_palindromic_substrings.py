"""Number of pieces of a text that read the same in both directions, counted by their places."""

from aurora.contracts.component import Example, component


@component(
    words="count palindromic substrings palindromes pieces number",
    examples=[Example(("aaa",), 6), Example(("abc",), 3), Example(("",), 0)],
    holds=lambda text, ret: len(text) <= ret <= len(text) * (len(text) + 1) // 2,
)
def count_palindromic_substrings(text: str) -> int:
    """Number of pieces of a text that read the same in both directions, counted by their places."""
    count = 0
    for centre in range(len(text)):
        for width in (0, 1):
            left, right = centre, centre + width
            while left >= 0 and right < len(text) and text[left] == text[right]:
                count += 1
                left, right = left - 1, right + 1
    return count
