"""The decimal digits of a text, in their order."""

from aurora.contracts.component import Example, component


@component(
    words="only numbers extract digits remove letters non numeric",
    examples=[Example(("a1 b2!",), "12"), Example(("abc",), ""), Example(("",), "")],
    holds=lambda text, ret: (ret == "" or ret.isdecimal()) and len(ret) <= len(text),
)
def keep_digits(text: str) -> str:
    """The decimal digits of a text, in their order."""
    return "".join(char for char in text if char.isdecimal())
