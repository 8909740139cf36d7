"""A text in which lower-case letters are upper case and upper-case letters are lower case."""

from aurora.contracts.component import Example, component


@component(
    words="swap toggle invert flip case upper lower",
    examples=[Example(("Hello World",), "hELLO wORLD"), Example(("a1",), "A1"), Example(("",), "")],
    holds=lambda text, ret: not text.isascii() or ret.lower() == text.lower(),
)
def mirror_case(text: str) -> str:
    """A text in which lower-case letters are upper case and upper-case letters are lower case."""
    return text.swapcase()
