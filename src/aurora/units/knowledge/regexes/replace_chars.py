"""Replace every occurrence of any of some characters by a text."""

from aurora.contracts.component import Example, component


@component(
    words="replace all occurrences of any characters spaces commas dots with",
    examples=[
        Example(
            (
                "a b,c",
                " ,",
                ":",
            ),
            "a:b:c",
        ),
        Example(
            (
                "",
                "x",
                "y",
            ),
            "",
        ),
        Example(
            (
                "aaa",
                "b",
                "c",
            ),
            "aaa",
        ),
    ],
    holds=lambda text, chars, replacement, ret: len(ret) == len(text) or len(replacement) != 1 or not chars,
)
def replace_chars(text: str, chars: str, replacement: str) -> str:
    """Replace every occurrence of any of some characters by a text."""
    return "".join(replacement if char in chars else char for char in text)
