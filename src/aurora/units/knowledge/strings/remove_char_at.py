"""A text without the character at a place; raises IndexError when there is no such place."""

from aurora.contracts.component import Example, Index, component


@component(
    words="delete drop nth character index position",
    examples=[Example(("cart", 2), "cat"), Example(("cart", -1), "car"), Example(("x", 0), "")],
    holds=lambda text, place, ret: len(ret) == len(text) - 1 and ret.startswith(text[:place]),
)
def remove_char_at(text: str, place: Index) -> str:
    """A text without the character at a place; raises IndexError when there is no such place."""
    if not -len(text) <= place < len(text):
        raise IndexError("there is no such place in the text")
    return text[:place] + text[place % len(text) + 1 :]
