"""A text made as wide as wanted by a fill character before it; raises ValueError unless that is one character."""

from aurora.contracts.component import Char, Example, component


@component(
    words="right align justify leading fill pad start",
    examples=[Example(("7", 3, "0"), "007"), Example(("abcd", 2, " "), "abcd"), Example(("", 2, "-"), "--")],
    holds=lambda text, width, _fill, ret: ret.endswith(text) and len(ret) == max(width, len(text)),
)
def pad_left(text: str, width: int, fill: Char) -> str:
    """A text made as wide as wanted by a fill character before it; raises ValueError unless that is one character."""
    if len(fill) != 1:
        raise ValueError("the fill must be one character")
    return fill * (width - len(text)) + text
