"""The code point of each character of a text."""

from aurora.contracts.component import Example, component


@component(
    words="code points ascii values ord characters numbers unicode",
    examples=[Example(("aé",), [97, 233]), Example(("",), []), Example(("A",), [65])],
    holds=lambda text, ret: "".join(map(chr, ret)) == text,
)
def code_points(text: str) -> list[int]:
    """The code point of each character of a text."""
    return [ord(char) for char in text]
