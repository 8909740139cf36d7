"""Number of bytes of each character of a text in UTF-8."""

from aurora.contracts.component import Example, component


@component(
    words="utf-8 lengths bytes per character",
    examples=[Example(("aé€",), [1, 2, 3]), Example(("",), []), Example(("😀",), [4])],
    holds=lambda text, ret: sum(ret) == len(text.encode()) and all(1 <= length <= 4 for length in ret),
)
def utf8_lengths(text: str) -> list[int]:
    """Number of bytes of each character of a text in UTF-8."""
    return [len(char.encode()) for char in text]
