"""The pattern that matches a text and nothing else."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="escape literal special characters regex pattern quote",
    examples=[Example(("a.b",), r"a\.b"), Example(("",), ""), Example(("1+1",), r"1\+1")],
    holds=lambda text, ret: re.fullmatch(ret, text) is not None,
)
def escape_literal(text: str) -> Pattern:
    """The pattern that matches a text and nothing else."""
    return re.escape(text)
