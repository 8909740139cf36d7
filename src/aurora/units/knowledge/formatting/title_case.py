"""A text with the first letter of each word in upper case and the others in lower case; words end at whitespace."""

from aurora.contracts.component import Example, component


@component(
    words="capitalize every word title headline",
    examples=[Example(("the QUICK fox",), "The Quick Fox"), Example(("it's",), "It's"), Example(("",), "")],
    holds=lambda _text, ret: ret.split(" ") == [word.capitalize() for word in ret.split(" ")],
)
def title_case(text: str) -> str:
    """A text with the first letter of each word in upper case and the others in lower case; words end at whitespace."""
    return " ".join(word.capitalize() for word in text.split(" "))
