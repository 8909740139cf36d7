"""The words of a text without those of one length."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="remove all words with k length",
    examples=[
        Example(
            (
                "a bc d",
                1,
            ),
            "bc",
        ),
        Example(
            (
                "",
                2,
            ),
            "",
        ),
        Example(
            (
                "one two three",
                3,
            ),
            "three",
        ),
    ],
    holds=lambda text, length, ret: sum(len(w) == length for w in text.split()) + len(ret.split()) == len(text.split()),
)
def remove_words_of_length(text: str, length: Nat) -> str:
    """The words of a text without those of one length."""
    return " ".join(word for word in text.split() if len(word) != length)
