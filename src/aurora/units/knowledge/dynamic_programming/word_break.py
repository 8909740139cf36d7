"""Whether a text is a chain of words from a list, each as often as wanted."""

from aurora.contracts.component import Example, component


@component(
    words="word break segment text dictionary words split possible",
    examples=[
        Example(("leetcode", ["leet", "code"]), True),
        Example(("catsandog", ["cats", "dog", "sand", "and", "cat"]), False),
        Example(("", []), True),
    ],
    holds=lambda text, words, ret: not ret or set(text) <= set("".join(words)),
)
def word_break(text: str, words: list[str]) -> bool:
    """Whether a text is a chain of words from a list, each as often as wanted."""
    reachable = [True] + [False] * len(text)
    for start in range(len(text)):
        if reachable[start]:
            for word in words:
                if word and text.startswith(word, start):
                    reachable[start + len(word)] = True
    return reachable[-1]
