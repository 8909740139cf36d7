"""The bytes of a text in UTF-8."""

from aurora.contracts.component import Example, component


@component(
    words="text to bytes encode utf-8",
    examples=[Example(("é",), b"\xc3\xa9"), Example(("",), b""), Example(("ab",), b"ab")],
    holds=lambda text, ret: ret.decode() == text,
)
def to_bytes(text: str) -> bytes:
    """The bytes of a text in UTF-8."""
    return text.encode()
