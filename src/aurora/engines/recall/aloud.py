"""Code read aloud: what its signs and calls say in the words in which people ask for it."""

import re
from collections.abc import Iterator, Mapping

_SAID: Mapping[str, str] = {
    r"%": "modulo remainder even odd divisible",
    r"//": "whole integer division floor",
    r"(?<!/)/(?!/)": "division ratio",
    r"\*\*": "power",
    r"(?<!\*)\*(?!\*)": "multiply times",
    r"\+=": "accumulate increase total",
    r"-=": "subtract decrease",
    r"\+(?!=)": "plus",
    r"(?<![\w)\]] )-(?=\w)|(?<=[\w)\]] )-(?= )": "minus sign",
    r"<=|>=": "comparison inclusive boundary",
    r"(?<![<>=-])[<>](?![<>=])": "comparison strict",
    r"==": "equal",
    r"!=": "different",
    r"\bwhile\b": "loop forever",
    r"\bfor\b.+\bin\b": "loop",
    r"\brange\(": "range limit",
    r"\[[^\]]*:[^\]]*\]": "slice",
    r"\[-1\]": "last",
    r"\[0\]": "first",
    r"\[1\]": "second",
    r"\[\w+ [+-] \d\]": "next previous neighbour ahead",
    r"\.get\(": "lookup fallback default dictionary",
    r"\[[\"']": "lookup key dictionary",
    r"\bsort(ed)?\(": "sort",
    r"\breverse=True|\[::-1\]|\breversed\(": "descending reverse",
    r"\bmax\(": "maximum",
    r"\bmin\(": "minimum",
    r"\bsum\(": "sum",
    r"\blen\(": "length",
    r"\.(append|add|extend|update)\(": "append",
    r"\bcopy\b|\[:\]": "copy",
    r"\breturn\b": "return",
    r"\b(int|float|str|bool)\(": "convert type",
    r"\bround\(": "round decimals",
    r"\.(upper|lower|title|capitalize|casefold)\(": "method case capital",
    r"\.l?r?strip\(": "method strip whitespace",
    r"\.split\(": "method split",
    r"\.join\(": "method join",
    r"\.replace\(": "method replace",
    r"\bimport\b": "import module",
    r"\bdef\b.*=": "default argument",
    r"\bin(?=\W).*:$": "membership",
    r"\band\b": "and condition",
    r"\bor\b": "or condition",
    r"\bnot\b": "not inverted",
    r"\bif\b|\belif\b": "condition if",
    r"\bexcept\b": "exception caught",
    r"\bNone\b": "none missing",
    r"\blambda\b|\bkey=": "key function",
    r"\bf[\"']": "format",
    r"\bself\.\w+": "attribute",
}  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), tuple(said.split())) for pattern, said in _SAID.items())


def aloud(line: str) -> Iterator[str]:
    """The words that a line of code says without having them."""
    return (word for pattern, said in _PATTERNS if pattern.search(line) for word in said)
