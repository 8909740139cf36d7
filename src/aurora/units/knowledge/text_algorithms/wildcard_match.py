"""Whether a text fits a pattern in which * is any piece and ? is any one character.

Greedy with a return to the last star.
"""

from aurora.contracts.component import Example, component


@component(
    words="wildcard glob pattern match star question mark",
    examples=[Example(("adceb", "*a*b"), True), Example(("cb", "?a"), False), Example(("", "*"), True)],
    holds=lambda text, pattern, ret: ret or pattern not in ("*", text),
)
def wildcard_match(text: str, pattern: str) -> bool:
    """Whether a text fits a pattern in which * is any piece and ? is any one character."""
    i = j = 0
    star, resume = -1, 0
    while i < len(text):
        if j < len(pattern) and pattern[j] == "*":
            star, resume = j, i
            j += 1
        elif j < len(pattern) and pattern[j] in ("?", text[i]):
            i, j = i + 1, j + 1
        elif star >= 0:
            resume += 1
            i, j = resume, star + 1
        else:
            return False
    return not pattern[j:].strip("*")
