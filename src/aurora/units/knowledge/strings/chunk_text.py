"""A text cut into pieces of one length, the last one maybe shorter; raises ValueError for a length below 1."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="split into pieces groups blocks of n characters divide every",
    examples=[Example(("abcdefg", 3), ["abc", "def", "g"]), Example(("ab", 5), ["ab"]), Example(("", 2), [])],
    holds=lambda text, length, ret: "".join(ret) == text and all(len(piece) == length for piece in ret[:-1]),
)
def chunk_text(text: str, length: Positive) -> list[str]:
    """A text cut into pieces of one length, the last one maybe shorter; raises ValueError for a length below 1."""
    if length < 1:
        raise ValueError("the length of a piece must be at least 1")
    return [text[start : start + length] for start in range(0, len(text), length)]
