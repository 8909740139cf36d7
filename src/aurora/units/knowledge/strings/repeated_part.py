"""The shortest text whose repetition is the whole text; the text itself when there is no shorter one."""

from aurora.contracts.component import Example, component


@component(
    words="repeating unit pattern repeated substring period smallest building block",
    examples=[Example(("ababab",), "ab"), Example(("aba",), "aba"), Example(("",), "")],
    holds=lambda text, ret: ret == text or ret * (len(text) // len(ret)) == text,
)
def repeated_part(text: str) -> str:
    """The shortest text whose repetition is the whole text; the text itself when there is no shorter one."""
    return text[: (text + text).find(text, 1)] if text else ""
