"""Whether no character occurs twice in a text."""

from aurora.contracts.component import Example, component


@component(
    words="isogram all characters different distinct no repeated letters",
    examples=[Example(("world",), True), Example(("hello",), False), Example(("",), True)],
    holds=lambda text, ret: ret == all(text.count(char) == 1 for char in text),
)
def has_unique_chars(text: str) -> bool:
    """Whether no character occurs twice in a text."""
    return len(set(text)) == len(text)
