"""Fewest words in a chain from a word to another, each one letter different from the one before; 0 for none.

Breadth-first search over the list of words; the first word need not be in it.
"""

from aurora.contracts.component import Example, component


@component(
    words="word ladder transformation chain shortest change one letter at a time",
    examples=[
        Example(("hit", "cog", ["hot", "dot", "dog", "lot", "log", "cog"]), 5),
        Example(("hit", "cog", ["hot"]), 0),
        Example(("a", "c", ["a", "b", "c"]), 2),
    ],
    holds=lambda start, goal, words, ret: 0 <= ret <= len(words) + 1 and (ret != 1 or start == goal),
)
def word_ladder(start: str, goal: str, words: list[str]) -> int:
    """Fewest words in a chain from a word to another, each one letter different from the one before; 0 for none."""
    left = set(words) - {start}
    wave = {start}
    length = 1
    while wave:
        if goal in wave:
            return length
        near = {
            word
            for word in left
            if any(len(word) == len(last) and sum(map(str.__ne__, word, last)) == 1 for last in wave)
        }
        left -= near
        wave = near
        length += 1
    return 0
