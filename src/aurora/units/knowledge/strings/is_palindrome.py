"""Whether a text reads the same forwards and backwards."""

from aurora.contracts.component import Example, component


@component(
    words="palindrome mirror symmetric reads same backwards",
    examples=[Example(("level",), True), Example(("lever",), False), Example(("",), True)],
    holds=lambda text, ret: ret == all(a == b for a, b in zip(text, reversed(text), strict=True)),
)
def is_palindrome(text: str) -> bool:
    """Whether a text reads the same forwards and backwards."""
    return text == text[::-1]
