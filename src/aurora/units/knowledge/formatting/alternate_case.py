"""A text with its characters in turn in upper and lower case, beginning with upper case."""

from aurora.contracts.component import Example, component


@component(
    words="mocking sponge alternating capitals every other letter",
    examples=[Example(("hello",), "HeLlO"), Example(("a",), "A"), Example(("",), "")],
    holds=lambda text, ret: not text.isascii() or ret.lower() == text.lower(),
)
def alternate_case(text: str) -> str:
    """A text with its characters in turn in upper and lower case, beginning with upper case."""
    return "".join(char.lower() if place % 2 else char.upper() for place, char in enumerate(text))
