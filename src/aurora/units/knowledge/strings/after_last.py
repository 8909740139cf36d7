"""The part of a text after the last occurrence of a mark; the whole text when the mark is missing."""

from aurora.contracts.component import Example, component


@component(
    words="file extension last part tail substring after final delimiter basename",
    examples=[Example(("a/b/c.txt", "/"), "c.txt"), Example(("a.b.c", "."), "c"), Example(("plain", "/"), "plain")],
    holds=lambda text, mark, ret: text.endswith(ret) and mark not in ret,
)
def after_last(text: str, mark: str) -> str:
    """The part of a text after the last occurrence of a mark; the whole text when the mark is missing."""
    return text.rsplit(mark, 1)[-1]
