"""The bytes of a text in UTF-8 as pairs of hexadecimal digits."""

from aurora.contracts.component import Example, component


@component(
    words="hex dump bytes text hexadecimal pairs",
    examples=[Example(("Az",), "41 7a"), Example(("",), ""), Example(("é",), "c3 a9")],
    holds=lambda text, ret: bytes.fromhex(ret).decode() == text,
)
def hex_dump(text: str) -> str:
    """The bytes of a text in UTF-8 as pairs of hexadecimal digits."""
    return text.encode().hex(" ")
