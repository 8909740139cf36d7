"""A text without spaces, tabs and line breaks."""

from aurora.contracts.component import Example, component


@component(
    words="delete strip all spaces blanks tabs newlines",
    examples=[Example((" a b\tc\n",), "abc"), Example(("abc",), "abc"), Example(("  ",), "")],
    holds=lambda text, ret: not any(char.isspace() for char in ret) and len(ret) <= len(text),
)
def remove_whitespace(text: str) -> str:
    """A text without spaces, tabs and line breaks."""
    return "".join(text.split())
