"""Length of the shortest piece whose repetition, cut at the end, is the text.

The text's length less its longest border, Knuth, Morris and Pratt 1977.
"""

from aurora.contracts.component import Example, component


@component(
    words="period smallest shortest repeating unit length text pattern",
    examples=[Example(("abcab",), 3), Example(("aaa",), 1), Example(("",), 0)],
    holds=lambda text, ret: not text or (text[:ret] * len(text))[: len(text)] == text,
)
def smallest_period(text: str) -> int:
    """Length of the shortest piece whose repetition, cut at the end, is the text."""
    lengths: list[int] = []
    for letter in text:
        length = lengths[-1] if lengths else 0
        while length and text[length] != letter:
            length = lengths[length - 1]
        lengths.append(length + (bool(lengths) and text[length] == letter))
    return len(text) - lengths[-1] if lengths else 0
