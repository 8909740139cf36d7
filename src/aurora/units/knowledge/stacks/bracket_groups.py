"""The outermost balanced groups of a text of round brackets; other characters are left out."""

from aurora.contracts.component import Example, component


@component(
    words="separate parentheses groups split outermost balanced primitive",
    examples=[Example(("( ) (( ))",), ["()", "(())"]), Example(("",), []), Example(("(()())",), ["(()())"])],
    holds=lambda text, ret: "".join(ret) == "".join(char for char in text if char in "()"),
)
def bracket_groups(text: str) -> list[str]:
    """The outermost balanced groups of a text of round brackets; other characters are left out."""
    groups = []
    depth = 0
    group = ""
    for char in text:
        if char not in "()":
            continue
        group += char
        depth += 1 if char == "(" else -1
        if depth < 0:
            break
        if depth == 0:
            groups.append(group)
            group = ""
    if depth:
        raise ValueError("the brackets are not balanced")
    return groups
