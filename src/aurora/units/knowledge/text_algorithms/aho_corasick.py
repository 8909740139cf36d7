"""All occurrences of several patterns in a text as (place, pattern), by the place where they end.

Aho and Corasick 1975; at one end the longest pattern first.
"""

import collections
import itertools

from aurora.contracts.component import Example, component


@component(
    words="multiple pattern search several words find all occurrences automaton",
    examples=[
        Example(("ushers", ["he", "she", "hers"]), [(1, "she"), (2, "he"), (2, "hers")]),
        Example(("abc", []), []),
        Example(("aaa", ["a", "aa"]), [(0, "a"), (0, "aa"), (1, "a"), (1, "aa"), (2, "a")]),
    ],
    holds=lambda text, patterns, ret: all(text.startswith(word, place) and word in patterns for place, word in ret),
)
def aho_corasick(text: str, patterns: list[str]) -> list[tuple[int, str]]:
    """All occurrences of several patterns in a text as (place, pattern), by the place where they end."""
    steps: dict[int, dict[str, int]] = collections.defaultdict(dict)
    words: dict[int, list[str]] = collections.defaultdict(list)
    fallback: dict[int, int] = collections.defaultdict(int)
    fresh = itertools.count(1)
    for pattern in dict.fromkeys(filter(None, patterns)):
        state = 0
        for letter in pattern:
            state = steps[state].setdefault(letter, next(fresh))
        words[state].append(pattern)

    def advance(state: int, letter: str) -> int:
        while state and letter not in steps[state]:
            state = fallback[state]
        return steps[state].get(letter, 0)

    queue = collections.deque(steps[0].values())
    while queue:
        state = queue.popleft()
        words[state] = words[state] + words[fallback[state]]
        for letter, child in steps[state].items():
            fallback[child] = advance(fallback[state], letter)
            queue.append(child)
    found = []
    state = 0
    for stop, letter in enumerate(text, start=1):
        state = advance(state, letter)
        found += [(stop - len(word), word) for word in words[state]]
    return found
