"""A text repeated and cut to exactly a width; raises ValueError when the text is empty or the width negative."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="fill width by repeating pattern line ruler",
    examples=[Example(("ab", 5), "ababa"), Example(("abc", 2), "ab"), Example(("x", 0), "")],
    holds=lambda text, width, ret: len(ret) == width and (text * (width + 1)).startswith(ret),
)
def repeat_to_width(text: str, width: Nat) -> str:
    """A text repeated and cut to exactly a width; raises ValueError when the text is empty or the width negative."""
    if not text or width < 0:
        raise ValueError("the text must not be empty and the width not negative")
    return (text * (width // len(text) + 1))[:width]
