"""The shortest contiguous part of a text with all characters of another, as often; the first of several, or ""."""

import collections

from aurora.contracts.component import Example, component


@component(
    words="minimum window substring smallest containing all characters",
    examples=[Example(("ADOBECODEBANC", "ABC"), "BANC"), Example(("a", "aa"), ""), Example(("abc", ""), "")],
    holds=lambda text, wanted, ret: (
        ret in text and (ret == "" or not collections.Counter(wanted) - collections.Counter(ret))
    ),
)
def min_window(text: str, wanted: str) -> str:
    """The shortest contiguous part of a text with all characters of another, as often; the first of several, or ""."""
    if not wanted:
        return ""
    need = collections.Counter(wanted)
    missing = len(wanted)
    start, best = 0, ""
    for stop, letter in enumerate(text, start=1):
        missing -= need[letter] > 0
        need[letter] -= 1
        while missing == 0 and start < stop:
            if not best or stop - start < len(best):
                best = text[start:stop]
            need[text[start]] += 1
            missing += need[text[start]] > 0
            start += 1
    return best
