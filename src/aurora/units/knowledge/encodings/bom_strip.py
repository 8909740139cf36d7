"""A text without the byte-order mark at its start."""

from aurora.contracts.component import Example, component


@component(
    words="strip remove byte order mark bom text",
    examples=[Example(("\ufeffabc",), "abc"), Example(("abc",), "abc"), Example(("",), "")],
    holds=lambda text, ret: text.endswith(ret) and len(text) - len(ret) <= 1,
)
def bom_strip(text: str) -> str:
    """A text without the byte-order mark at its start."""
    return text.removeprefix("\ufeff")
