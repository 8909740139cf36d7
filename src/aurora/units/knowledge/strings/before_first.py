"""The part of a text before the first occurrence of a mark; the whole text when the mark is missing."""

from aurora.contracts.component import Example, component


@component(
    words="up to until separator left part substring before delimiter head",
    examples=[Example(("user@host", "@"), "user"), Example(("a.b.c", "."), "a"), Example(("plain", "@"), "plain")],
    holds=lambda text, mark, ret: text.startswith(ret) and mark not in ret,
)
def before_first(text: str, mark: str) -> str:
    """The part of a text before the first occurrence of a mark; the whole text when the mark is missing."""
    return text.split(mark, 1)[0]
