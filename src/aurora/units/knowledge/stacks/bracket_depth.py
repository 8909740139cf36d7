"""How deep round brackets of a text are nested at most; raises `ValueError` when they are not balanced."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="maximum nesting depth parentheses brackets deepest level",
    examples=[Example(("(1+(2*3))",), 2), Example(("",), 0), Example(("()()",), 1)],
    holds=lambda text, ret: 0 <= ret <= text.count("(") and (ret > 0) == ("(" in text),
)
def bracket_depth(text: str) -> int:
    """How deep round brackets of a text are nested at most; raises `ValueError` when they are not balanced."""
    depths = list(itertools.accumulate(((char == "(") - (char == ")") for char in text), initial=0))
    if min(depths) < 0 or depths[-1]:
        raise ValueError("the brackets are not balanced")
    return max(depths)
