"""A text in which "3[ab]" stands for "ababab", written out; groups may be nested."""

import re

from aurora.contracts.component import Example, component


@component(
    words="decode string repeat brackets expand number times nested",
    examples=[Example(("3[a2[c]]",), "accaccacc"), Example(("ab",), "ab"), Example(("0[x]y",), "y")],
    holds=lambda _text, ret: "[" not in ret and "]" not in ret,
)
def decode_repeats(text: str) -> str:
    """A text with "3[ab]" written out as "ababab"; raises `ValueError` when brackets do not match."""
    stack: list[tuple[str, int]] = []
    current = ""
    for number, char in re.findall(r"(\d+)(?=\[)|([^\d]|\d)", text):
        if number:
            stack.append((current, int(number)))
            current = ""
        elif char == "]":
            if not stack:
                raise ValueError("a bracket was never opened")
            before, times = stack.pop()
            current = before + current * times
        elif char != "[":
            current += char
    if stack:
        raise ValueError("a bracket was never closed")
    return current
