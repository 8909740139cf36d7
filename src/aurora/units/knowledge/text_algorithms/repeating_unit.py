"""The shortest piece whose repetition is exactly the text."""

from aurora.contracts.component import Example, component


@component(
    words="repeated substring pattern unit smallest repeating piece",
    examples=[Example(("abab",), "ab"), Example(("aba",), "aba"), Example(("",), "")],
    holds=lambda text, ret: not text or (len(text) % len(ret) == 0 and ret * (len(text) // len(ret)) == text),
)
def repeating_unit(text: str) -> str:
    """The shortest piece whose repetition is exactly the text."""
    return text[: (text + text).find(text, 1)] if text else ""
