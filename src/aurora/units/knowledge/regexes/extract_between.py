"""The shortest pieces of a text between an opening and a closing mark."""

import re

from aurora.contracts.component import Example, component


@component(
    words="extract text between two markers delimiters brackets inside",
    examples=[
        Example(("a [b] c [d]", "[", "]"), ["b", "d"]),
        Example(("none", "<", ">"), []),
        Example(("{{x}}", "{{", "}}"), ["x"]),
    ],
    holds=lambda text, opening, closing, ret: all(opening + piece + closing in text for piece in ret),
)
def extract_between(text: str, opening: str, closing: str) -> list[str]:
    """The shortest pieces of a text between an opening and a closing mark."""
    return re.findall(f"{re.escape(opening)}(.*?){re.escape(closing)}", text, re.DOTALL)
