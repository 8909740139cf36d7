"""The characters of a text that are among the wanted ones, in their order."""

from aurora.contracts.component import Example, component


@component(
    words="filter only allowed characters retain letters contained in",
    examples=[Example(("banana", "an"), "anana"), Example(("hello", ""), ""), Example(("", "x"), "")],
    holds=lambda text, wanted, ret: set(ret) <= set(wanted) and len(ret) == sum(char in wanted for char in text),
)
def keep_chars(text: str, wanted: str) -> str:
    """The characters of a text that are among the wanted ones, in their order."""
    return "".join(char for char in text if char in wanted)
