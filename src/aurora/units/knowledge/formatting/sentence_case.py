"""A text with its first character in upper case and the others as they are."""

from aurora.contracts.component import Example, component


@component(
    words="capitalize first letter only uppercase beginning",
    examples=[Example(("hello World",), "Hello World"), Example(("x",), "X"), Example(("",), "")],
    holds=lambda text, ret: ret[1:].endswith(text[1:]),
)
def sentence_case(text: str) -> str:
    """A text with its first character in upper case and the others as they are."""
    return text[:1].upper() + text[1:]
