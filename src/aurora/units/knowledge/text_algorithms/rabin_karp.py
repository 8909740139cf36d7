"""The first place where a pattern starts in a text, -1 when nowhere.

Rabin and Karp 1987: a rolling hash, each hit compared.
"""

from aurora.contracts.component import Example, component


@component(
    words="rabin karp rolling hash substring search find first",
    examples=[Example(("hello", "ll"), 2), Example(("abc", "d"), -1), Example(("abc", ""), 0)],
    holds=lambda text, pattern, ret: ret == text.find(pattern),
)
def rabin_karp(text: str, pattern: str) -> int:
    """The first place where a pattern starts in a text, -1 when nowhere."""
    base, modulus, size = 1_114_112, (1 << 61) - 1, len(pattern)
    wanted = window = 0
    for letter in pattern:
        wanted = (wanted * base + ord(letter)) % modulus
    top = pow(base, size, modulus)
    for stop in range(len(text) + 1):
        if stop >= size and window == wanted and text[stop - size : stop] == pattern:
            return stop - size
        if stop < len(text):
            leaving = ord(text[stop - size]) * top if stop >= size else 0
            window = (window * base + ord(text[stop]) - leaving) % modulus
    return -1
