"""All places where a pattern starts in a text, overlaps included.

Knuth, Morris and Pratt 1977.
"""

from aurora.contracts.component import Example, component


@component(
    words="find all occurrences pattern positions overlapping substring search kmp",
    examples=[Example(("abababa", "aba"), [0, 2, 4]), Example(("abc", "d"), []), Example(("aa", ""), [0, 1, 2])],
    holds=lambda text, pattern, ret: (
        all(text.startswith(pattern, place) for place in ret) and bool(ret) == (pattern in text)
    ),
)
def kmp(text: str, pattern: str) -> list[int]:
    """All places where a pattern starts in a text, overlaps included."""
    if not pattern:
        return list(range(len(text) + 1))
    borders = [0]
    for letter in pattern[1:]:
        length = borders[-1]
        while length and pattern[length] != letter:
            length = borders[length - 1]
        borders.append(length + (pattern[length] == letter))
    places = []
    matched = 0
    for place, letter in enumerate(text):
        while matched and (matched == len(pattern) or pattern[matched] != letter):
            matched = borders[matched - 1]
        matched += pattern[matched] == letter
        if matched == len(pattern):
            places.append(place - matched + 1)
    return places
