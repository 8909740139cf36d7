"""The letters and digits of a text, in their order."""

from aurora.contracts.component import Example, component


@component(
    words="remove punctuation special characters symbols spaces only letters and numbers",
    examples=[Example(("a-1, b!",), "a1b"), Example(("?!",), ""), Example(("",), "")],
    holds=lambda text, ret: (ret == "" or ret.isalnum()) and len(ret) <= len(text),
)
def keep_alphanumeric(text: str) -> str:
    """The letters and digits of a text, in their order."""
    return "".join(char for char in text if char.isalnum())
