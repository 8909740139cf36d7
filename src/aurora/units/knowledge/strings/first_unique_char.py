"""The first character of a text that occurs only once; None when there is none."""

from aurora.contracts.component import Example, component


@component(
    words="first non repeating letter single lonely character",
    examples=[Example(("swiss",), "w"), Example(("aabb",), None), Example(("",), None)],
    holds=lambda text, ret: all(text.count(char) > 1 for char in text) if ret is None else text.count(ret) == 1,
)
def first_unique_char(text: str) -> str | None:
    """The first character of a text that occurs only once; None when there is none."""
    return next((char for char in text if text.count(char) == 1), None)
