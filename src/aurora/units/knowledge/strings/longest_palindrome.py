"""The longest part of a text that reads the same backwards, the first such one."""

from aurora.contracts.component import Example, component


@component(
    words="longest palindromic substring",
    examples=[Example(("babad",), "bab"), Example(("cbbd",), "bb"), Example(("",), "")],
    holds=lambda text, ret: ret in text and ret == ret[::-1] and (ret != "" or text == ""),
    cost=2.0,
)
def longest_palindrome(text: str) -> str:
    """The longest part of a text that reads the same backwards, the first such one."""
    best = ""
    for center in range(2 * len(text)):
        left, right = center // 2, center // 2 + center % 2
        while left >= 0 and right < len(text) and text[left] == text[right]:
            left, right = left - 1, right + 1
        best = max(best, text[left + 1 : right], key=len)
    return best
