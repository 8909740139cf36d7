"""Where an anagram of a pattern starts in a text."""

import collections

from aurora.contracts.component import Example, component


@component(
    words="find all anagrams permutation in string positions start indices window",
    examples=[Example(("cbaebabacd", "abc"), [0, 6]), Example(("ab", "abc"), []), Example(("aaa", "a"), [0, 1, 2])],
    holds=lambda text, pattern, ret: all(sorted(text[i : i + len(pattern)]) == sorted(pattern) for i in ret),
)
def anagram_places(text: str, pattern: str) -> list[int]:
    """Where an anagram of a pattern starts in a text."""
    excess = collections.Counter(text[: len(pattern)])
    excess.subtract(pattern)
    wrong = sum(count != 0 for count in excess.values())
    places = [] if wrong or len(pattern) > len(text) else [0]
    for stop in range(len(pattern), len(text)):
        for letter, change in ((text[stop], 1), (text[stop - len(pattern)], -1)):
            wrong -= excess[letter] != 0
            excess[letter] += change
            wrong += excess[letter] != 0
        if not wrong:
            places.append(stop - len(pattern) + 1)
    return places
