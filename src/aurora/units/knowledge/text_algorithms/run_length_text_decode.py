"""The text that lengths and letters describe: "3a1b" is "aaab"."""

import re

from aurora.contracts.component import Example, component


@component(
    words="run length decoding text decompress expand string count letter",
    examples=[Example(("3a1b",), "aaab"), Example(("",), ""), Example(("12x",), "xxxxxxxxxxxx")],
    holds=lambda code, ret: set(ret) <= set(code),
)
def run_length_text_decode(code: str) -> str:
    """The text that lengths and letters describe: "3a1b" is "aaab"; raises `ValueError` for other texts."""
    runs = re.findall(r"(\d+)(\D)", code)
    if "".join(length + letter for length, letter in runs) != code:
        raise ValueError("the text is not made of lengths and letters")
    return "".join(letter * int(length) for length, letter in runs)
