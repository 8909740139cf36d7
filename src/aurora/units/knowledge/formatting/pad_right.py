"""A text made as wide as wanted by a fill character after it; raises ValueError unless that is one character."""

from aurora.contracts.component import Char, Example, component


@component(
    words="left align justify trailing fill pad end",
    examples=[Example(("7", 3, "."), "7.."), Example(("abcd", 2, " "), "abcd"), Example(("", 2, "-"), "--")],
    holds=lambda text, width, _fill, ret: ret.startswith(text) and len(ret) == max(width, len(text)),
)
def pad_right(text: str, width: int, fill: Char) -> str:
    """A text made as wide as wanted by a fill character after it; raises ValueError unless that is one character."""
    if len(fill) != 1:
        raise ValueError("the fill must be one character")
    return text + fill * (width - len(text))
