"""The part of a text between the first left mark and the next right mark after it; "" when one is missing."""

from aurora.contracts.component import Example, component


@component(
    words="extract substring between delimiters brackets parentheses quotes markers inside",
    examples=[Example(("a[b]c", "[", "]"), "b"), Example(("a[b", "[", "]"), ""), Example(("x<y>z>", "<", ">"), "y")],
    holds=lambda text, left, right, ret: ret == "" or left + ret + right in text,
)
def text_between(text: str, left: str, right: str) -> str:
    """The part of a text between the first left mark and the next right mark after it; "" when one is missing.

    Raises ValueError for an empty mark.
    """
    inside, found, _ = text.partition(left)[2].partition(right)
    return inside if found else ""
