"""All ways to cut a text into words from a list."""

from aurora.contracts.component import Example, component


@component(
    words="word break all sentences split text into dictionary words",
    examples=[
        Example(
            ("catsanddog", ["cat", "cats", "and", "sand", "dog"]), [["cat", "sand", "dog"], ["cats", "and", "dog"]]
        ),
        Example(("ab", ["a"]), []),
        Example(("", ["a"]), [[]]),
    ],
    holds=lambda text, words, ret: all("".join(pieces) == text and set(pieces) <= set(words) for pieces in ret),
    cost=2.0,
)
def split_into_words(text: str, words: list[str]) -> list[list[str]]:
    """All ways to cut a text into words from a list."""
    known = set(words) - {""}
    ways: list[list[list[str]]] = [[[]]]
    for stop in range(1, len(text) + 1):
        ways.append(
            [
                [*before, text[start:stop]]
                for start in range(stop)
                if text[start:stop] in known
                for before in ways[start]
            ]
        )
    return sorted(ways[-1])
