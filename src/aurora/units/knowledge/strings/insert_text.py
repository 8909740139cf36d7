"""A text with another one inserted before a place."""

from aurora.contracts.component import Example, component


@component(
    words="insert put substring at index position into middle",
    examples=[Example(("cat", 2, "r"), "cart"), Example(("cat", 3, "s"), "cats"), Example(("", 0, "x"), "x")],
    holds=lambda text, _place, part, ret: len(ret) == len(text) + len(part) and part in ret,
)
def insert_text(text: str, place: int, part: str) -> str:
    """A text with another one inserted before a place."""
    return text[:place] + part + text[place:]
