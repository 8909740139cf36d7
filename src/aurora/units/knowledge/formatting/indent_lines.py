"""A text with a beginning put before each line that is not blank."""

import textwrap

from aurora.contracts.component import Example, component


@component(
    words="indent prefix lines shift right quote comment",
    examples=[Example(("a\nb", "  "), "  a\n  b"), Example(("a\n\nb", "> "), "> a\n\n> b"), Example(("", "  "), "")],
    holds=lambda text, _prefix, ret: len(ret) >= len(text),
)
def indent_lines(text: str, prefix: str) -> str:
    """A text with a beginning put before each line that is not blank."""
    return textwrap.indent(text, prefix)
