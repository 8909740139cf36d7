"""The sum of two binary texts as a binary text."""

from aurora.contracts.component import Example, component


@component(
    words="add binary strings sum texts",
    examples=[Example(("11", "1"), "100"), Example(("0", "0"), "0"), Example(("1010", "1011"), "10101")],
    holds=lambda first, second, ret: int(ret, 2) == int(first, 2) + int(second, 2),
)
def add_binary(first: str, second: str) -> str:
    """The sum of two binary texts as a binary text."""
    return f"{int(first, 2) + int(second, 2):b}"
