"""Fewest cuts that divide a text into palindromes."""

from aurora.contracts.component import Example, component


@component(
    words="palindrome partitioning minimum cuts split divide pieces",
    examples=[Example(("aab",), 1), Example(("racecar",), 0), Example(("",), 0)],
    holds=lambda text, ret: (ret == 0) == (text == text[::-1]) and ret <= max(0, len(text) - 1),
)
def palindrome_cuts(text: str) -> int:
    """Fewest cuts that divide a text into palindromes."""
    fewest = list(range(-1, len(text)))
    for centre in range(len(text)):
        for width in (0, 1):
            left, right = centre, centre + width
            while left >= 0 and right < len(text) and text[left] == text[right]:
                fewest[right + 1] = min(fewest[right + 1], fewest[left] + 1)
                left, right = left - 1, right + 1
    return max(0, fewest[-1])
