"""The character of a text that is the first to come a second time; None when there is none."""

from aurora.contracts.component import Example, component


@component(
    words="first duplicate recurring letter seen twice",
    examples=[Example(("abcba",), "b"), Example(("abc",), None), Example(("",), None)],
    holds=lambda text, ret: len(set(text)) == len(text) if ret is None else text.count(ret) > 1,
)
def first_repeated_char(text: str) -> str | None:
    """The character of a text that is the first to come a second time; None when there is none."""
    return next((char for place, char in enumerate(text) if char in text[:place]), None)
