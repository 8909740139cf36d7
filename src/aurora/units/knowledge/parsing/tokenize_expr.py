"""The numbers, names, operators and brackets of a formula."""

import re

from aurora.contracts.component import Example, component


@component(
    words="tokenize expression formula tokens lexer numbers operators brackets",
    examples=[
        Example(("3 + 4*(x1 - 2.5)",), ["3", "+", "4", "*", "(", "x1", "-", "2.5", ")"]),
        Example(("",), []),
        Example(("a**b",), ["a", "**", "b"]),
    ],
    holds=lambda text, ret: "".join(ret) == "".join(text.split()),
)
def tokenize_expr(text: str) -> list[str]:
    """The numbers, names, operators and brackets of a formula; raises `ValueError` for other characters."""
    tokens = re.findall(r"\d+(?:\.\d+)?|[^\W\d]\w*|\*\*|//|[-+*/%^()]", text)
    if "".join(tokens) != "".join(text.split()):
        raise ValueError("the formula has other characters")
    return tokens
