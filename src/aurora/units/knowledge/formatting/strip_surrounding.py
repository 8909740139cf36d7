"""A text without a left and a right mark, when it has both around it."""

from aurora.contracts.component import Example, component


@component(
    words="unquote unwrap remove enclosing brackets quotes",
    examples=[Example(("(a)", "(", ")"), "a"), Example(("(a", "(", ")"), "(a"), Example(("''", "'", "'"), "")],
    holds=lambda text, left, right, ret: ret == text or left + ret + right == text,
)
def strip_surrounding(text: str, left: str, right: str) -> str:
    """A text without a left and a right mark, when it has both around it."""
    both = text.startswith(left) and text.endswith(right) and len(text) >= len(left) + len(right)
    return text[len(left) : len(text) - len(right)] if both else text
