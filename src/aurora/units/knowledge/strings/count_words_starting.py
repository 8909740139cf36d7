"""How many words of a text begin with a given beginning."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="words that start with letter prefix number of",
    examples=[Example(("big blue car", "b"), 2), Example(("big", "x"), 0), Example(("", "a"), 0)],
    holds=lambda text, _prefix, ret: 0 <= ret <= len(text.split()),
)
def count_words_starting(text: str, prefix: str) -> Nat:
    """How many words of a text begin with a given beginning."""
    return sum(word.startswith(prefix) for word in text.split())
