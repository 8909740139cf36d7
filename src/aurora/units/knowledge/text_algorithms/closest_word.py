"""The word that is fewest insertions, deletions and replacements away from a text, the first of several."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="closest nearest similar word spelling suggestion did you mean correct",
    examples=[
        Example(("helo", ["world", "hello", "help"]), "hello"),
        Example(("a", ["b"]), "b"),
        Example(("cat", ["cat", "car"]), "cat"),
    ],
    holds=lambda text, words, ret: ret in words and (text not in words or ret == text),
)
def closest_word(text: str, words: NonEmpty[str]) -> str:
    """The word that is fewest insertions, deletions and replacements away from a text, the first of several."""

    def distance(word: str) -> int:
        above = list(range(len(word) + 1))
        for left in text:
            row = [above[0] + 1]
            for place, right in enumerate(word):
                row.append(min(above[place] + (left != right), above[place + 1] + 1, row[-1] + 1))
            above = row
        return above[-1]

    return min(words, key=distance)
