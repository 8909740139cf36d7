"""A text with the character at a place replaced; raises IndexError when there is no such place."""

from aurora.contracts.component import Example, Index, component


@component(
    words="change set character at index position overwrite",
    examples=[Example(("cat", 0, "b"), "bat"), Example(("cat", -1, "r"), "car"), Example(("x", 0, ""), "")],
    holds=lambda text, place, char, ret: ret.startswith(text[:place]) and len(ret) == len(text) - 1 + len(char),
)
def replace_char_at(text: str, place: Index, char: str) -> str:
    """A text with the character at a place replaced; raises IndexError when there is no such place."""
    if not -len(text) <= place < len(text):
        raise IndexError("there is no such place in the text")
    return text[:place] + char + text[place % len(text) + 1 :]
