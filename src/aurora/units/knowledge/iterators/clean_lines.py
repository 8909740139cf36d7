"""The lines of a text without blanks around them and without the empty ones."""

from aurora.contracts.component import Example, component


@component(
    words="non empty lines strip split read lines trim",
    examples=[Example((" a \n\nb",), ["a", "b"]), Example(("  ",), []), Example(("",), [])],
    holds=lambda _text, ret: all(line and line == line.strip() for line in ret),
)
def clean_lines(text: str) -> list[str]:
    """The lines of a text without blanks around them and without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
