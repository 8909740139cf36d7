"""A text cut at a separator, but not inside round, square or curly brackets."""

from aurora.contracts.component import Char, Example, component


@component(
    words="split top level separator commas outside nested brackets arguments",
    examples=[
        Example(("f(a,b),c", ","), ["f(a,b)", "c"]),
        Example(("", ","), [""]),
        Example(("[1,2];{3;4}", ";"), ["[1,2]", "{3;4}"]),
    ],
    holds=lambda text, separator, ret: separator.join(ret) == text,
)
def split_outside_brackets(text: str, separator: Char) -> list[str]:
    """A text cut at a separator, but not inside round, square or curly brackets."""
    parts = [""]
    depth = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        if char == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
