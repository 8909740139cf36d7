"""A text with its characters in reverse order."""

from aurora.contracts.component import Example, component


@component(
    words="backwards flip mirror reversed string",
    examples=[Example(("abc",), "cba"), Example(("x y",), "y x"), Example(("",), "")],
    holds=lambda text, ret: len(ret) == len(text) and all(text[i] == ret[-1 - i] for i in range(len(text))),
)
def reverse_text(text: str) -> str:
    """A text with its characters in reverse order."""
    return text[::-1]
