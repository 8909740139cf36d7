"""The letters of a text, in their order."""

from aurora.contracts.component import Example, component


@component(
    words="only alphabetic characters remove digits punctuation non letters",
    examples=[Example(("a1 b2!",), "ab"), Example(("123",), ""), Example(("",), "")],
    holds=lambda text, ret: (ret == "" or ret.isalpha()) and len(ret) == sum(map(str.isalpha, text)),
)
def keep_letters(text: str) -> str:
    """The letters of a text, in their order."""
    return "".join(char for char in text if char.isalpha())
