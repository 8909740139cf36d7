"""A text rotated to the left by some places; a negative number rotates to the right."""

from aurora.contracts.component import Example, component


@component(
    words="rotate shift cyclic circular string left right",
    examples=[Example(("abcd", 1), "bcda"), Example(("abcd", -1), "dabc"), Example(("", 3), "")],
    holds=lambda text, _places, ret: len(ret) == len(text) and ret in text + text,
)
def rotate_text(text: str, places: int) -> str:
    """A text rotated to the left by some places; a negative number rotates to the right."""
    return text[places % len(text) :] + text[: places % len(text)] if text else ""
