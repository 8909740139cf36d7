"""A text without any of the unwanted characters."""

from aurora.contracts.component import Example, component


@component(
    words="delete strip drop characters present in another string filter out letters",
    examples=[Example(("banana", "an"), "b"), Example(("hello", ""), "hello"), Example(("", "x"), "")],
    holds=lambda text, unwanted, ret: (
        not set(ret) & set(unwanted) and len(ret) == sum(char not in unwanted for char in text)
    ),
)
def remove_chars(text: str, unwanted: str) -> str:
    """A text without any of the unwanted characters."""
    return "".join(char for char in text if char not in unwanted)
