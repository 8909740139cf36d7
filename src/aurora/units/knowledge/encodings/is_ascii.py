"""Whether all characters of a text are in ASCII."""

from aurora.contracts.component import Example, component


@component(
    words="ascii only check characters plain",
    examples=[Example(("abc",), True), Example(("é",), False), Example(("",), True)],
    holds=lambda text, ret: ret == all(ord(char) < 128 for char in text),
)
def is_ascii(text: str) -> bool:
    """Whether all characters of a text are in ASCII."""
    return text.isascii()
