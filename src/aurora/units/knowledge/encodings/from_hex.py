"""The text whose bytes in UTF-8 are these pairs of hexadecimal digits."""

from aurora.contracts.component import Example, component


@component(
    words="hex to text decode bytes hexadecimal pairs",
    examples=[Example(("41 7a",), "Az"), Example(("",), ""), Example(("c3a9",), "é")],
    holds=lambda digits, ret: ret.encode().hex() == "".join(digits.split()).lower(),
)
def from_hex(digits: str) -> str:
    """The text whose bytes in UTF-8 are these pairs of hexadecimal digits."""
    return bytes.fromhex(digits).decode()
