"""The length of each word of a text, words being separated by whitespace."""

from aurora.contracts.component import Example, component


@component(
    words="lengths of words how long each word",
    examples=[Example(("the quick fox",), [3, 5, 3]), Example(("a",), [1]), Example(("",), [])],
    holds=lambda text, ret: sum(ret) == len("".join(text.split())),
)
def word_lengths(text: str) -> list[int]:
    """The length of each word of a text, words being separated by whitespace."""
    return [len(word) for word in text.split()]
