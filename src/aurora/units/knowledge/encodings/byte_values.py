"""The bytes of a text in UTF-8 as numbers."""

from aurora.contracts.component import Example, component


@component(
    words="byte values list of numbers text utf-8 codes",
    examples=[Example(("aé",), [97, 195, 169]), Example(("",), []), Example(("A",), [65])],
    holds=lambda text, ret: all(0 <= byte < 256 for byte in ret) and len(ret) >= len(text),
)
def byte_values(text: str) -> list[int]:
    """The bytes of a text in UTF-8 as numbers."""
    return list(text.encode())
