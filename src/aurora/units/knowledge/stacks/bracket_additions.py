"""Fewest round brackets to add so that those of a text are balanced."""

from aurora.contracts.component import Example, component


@component(
    words="minimum add make parentheses brackets valid balanced insertions",
    examples=[Example(("())",), 1), Example(("(((",), 3), Example(("",), 0)],
    holds=lambda text, ret: ret >= abs(text.count("(") - text.count(")")),
)
def bracket_additions(text: str) -> int:
    """Fewest round brackets to add so that those of a text are balanced."""
    depth = missing = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            missing, depth = missing + 1, 0
    return missing + depth
