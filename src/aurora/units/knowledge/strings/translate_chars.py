"""A text in which each character of `before` becomes the one at the same place of `after`."""

from aurora.contracts.component import Example, component


@component(
    words="map characters transliterate substitute letters cipher one to one replace",
    examples=[Example(("banana", "an", "oz"), "bozozo"), Example(("ab", "ab", "ba"), "ba"), Example(("", "", ""), "")],
    holds=lambda text, before, _after, ret: (
        len(ret) == len(text) and all(a == b or a in before for a, b in zip(text, ret, strict=True))
    ),
)
def translate_chars(text: str, before: str, after: str) -> str:
    """A text in which each character of `before` becomes the one at the same place of `after`.

    Raises ValueError when the two differ in length.
    """
    return text.translate(str.maketrans(before, after))
