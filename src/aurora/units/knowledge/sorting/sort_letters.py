"""The characters of a text in ascending order."""

from aurora.contracts.component import Example, component


@component(
    words="sort string alphabetically order characters",
    examples=[Example(("banana",), "aaabnn"), Example(("bA",), "Ab"), Example(("",), "")],
    holds=lambda text, ret: len(ret) == len(text) and list(ret) == sorted(ret),
)
def sort_letters(text: str) -> str:
    """The characters of a text in ascending order."""
    return "".join(sorted(text))
