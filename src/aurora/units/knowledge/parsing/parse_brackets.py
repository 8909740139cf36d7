"""A text of words and round brackets as nested lists."""

import re
from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="parse nested brackets parentheses s-expression lists tree lisp",
    examples=[Example(("(a (b c) d)",), [["a", ["b", "c"], "d"]]), Example(("",), []), Example(("x ()",), ["x", []])],
    holds=lambda text, ret: str(ret).count("[") >= text.count("(") + 1,
)
def parse_brackets(text: str) -> list[Any]:
    """A text of words and round brackets as nested lists; raises `ValueError` when brackets do not match."""
    stack: list[list[Any]] = [[]]
    for token in re.findall(r"[()]|[^()\s]+", text):
        if token == "(":
            stack.append([])
        elif token == ")":
            if len(stack) == 1:
                raise ValueError("a bracket was never opened")
            group = stack.pop()
            stack[-1].append(group)
        else:
            stack[-1].append(token)
    if len(stack) > 1:
        raise ValueError("a bracket was never closed")
    return stack[0]
