"""The part of a text after the first occurrence of a mark; "" when the mark is missing."""

from aurora.contracts.component import Example, component


@component(
    words="following separator right part substring after delimiter rest",
    examples=[Example(("user@host", "@"), "host"), Example(("a.b.c", "."), "b.c"), Example(("plain", "@"), "")],
    holds=lambda text, mark, ret: text.endswith(ret) and (mark in text or ret == ""),
)
def after_first(text: str, mark: str) -> str:
    """The part of a text after the first occurrence of a mark; "" when the mark is missing."""
    return text.partition(mark)[2]
