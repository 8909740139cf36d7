"""How often a character occurs in a text."""

from aurora.contracts.component import Char, Example, Nat, component


@component(
    words="occurrences of letter frequency number of times appears",
    examples=[Example(("banana", "a"), 3), Example(("banana", "x"), 0), Example(("", "a"), 0)],
    holds=lambda text, char, ret: char == "" or ret == len(text.split(char)) - 1,
)
def count_char(text: str, char: Char) -> Nat:
    """How often a character occurs in a text."""
    return text.count(char)
